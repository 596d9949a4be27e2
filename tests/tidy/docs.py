#!/usr/bin/env python3
"""Checks that code shown in the docs is code that runs, and that relative links resolve.

A line `<!-- source: examples/01_name.cpp -->` above a fenced block says that the block is that
file, or consecutive lines of it. The bug museum lists every scenario script named after a
published bug. usage: docs.py [root]
"""
import os
import re
import sys

_MARK = re.compile(r'^[ \t]*<!--\s*source:\s*(\S+)\s*-->[ \t]*\n+'
                   r'(?:[ \t]*```\w*\n(.*?)^[ \t]*```)?',
                   re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r'^[ \t]*```.*?^[ \t]*```|`[^`\n]*`', re.MULTILINE | re.DOTALL)
_LINK = re.compile(r'\[[^\]\[]*\]\(\s*<?([^)\s>]+)>?[^)]*\)')


def _lines(text):
    return [line.strip() for line in text.strip('\n').split('\n')]


def _contains(whole, part):
    return any(whole[at:at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def code_problems(read, text):
    for mark in _MARK.finditer(text):
        line = text.count('\n', 0, mark.start()) + 1
        source = read(mark.group(1))
        if mark.group(2) is None:
            yield line, f'no fenced block below the mark of {mark.group(1)}'
        elif source is None:
            yield line, f'{mark.group(1)} does not exist'
        elif not _contains(_lines(source), _lines(mark.group(2))):
            yield line, f'the block is not (any more) a part of {mark.group(1)}'


def link_problems(read, path, text):
    visible = _FENCED.sub(lambda match: '\n' * match.group(0).count('\n'), text)
    for link in _LINK.finditer(visible):
        target = link.group(1).split('#')[0]
        if not target or re.match(r'[a-z]+:', target):
            continue
        resolved = os.path.normpath(os.path.join(os.path.dirname(path), target))
        if read(resolved) is None:
            yield visible.count('\n', 0, link.start()) + 1, f'{target} does not exist'


def problems_of(read, path):
    """read(relative path) gives a file's text ('' for a directory), or None."""
    text = read(path)
    yield from code_problems(read, text)
    yield from link_problems(read, path, text)


_PUBLISHED = re.compile(r'^[bsu]\d+_\w+\.txt$')  # scripts named after a published bug


def museum_problems(museum, scripts):
    """Each script that is named after a published bug is an exhibit of the bug museum."""
    for script in sorted(scripts):
        if _PUBLISHED.match(script) and f'scenario/{script})' not in museum:
            yield 1, f'{script} is not listed'


def pages_of(root):
    found = [name for name in os.listdir(root) if name.endswith('.md')]
    for directory in ('docs', 'examples', 'tests', 'bench'):
        for parent, _, names in os.walk(os.path.join(root, directory)):
            found += [os.path.relpath(os.path.join(parent, name), root)
                      for name in names if name.endswith('.md')]
    return sorted(found)


def main(root):
    def read(path):
        full = os.path.join(root, path)
        if os.path.isdir(full):
            return ''
        if not os.path.isfile(full):
            return None
        with open(full, encoding='utf-8', errors='replace') as file:
            return file.read()

    count = 0
    pages = pages_of(root)
    for page in pages:
        for line, problem in problems_of(read, page):
            print(f'{page}:{line}: {problem}')
            count += 1
    museum = 'docs/bug-museum.md'
    scripts = os.listdir(os.path.join(root, 'tests', 'scenario')) if museum in pages else ()
    for line, problem in museum_problems(read(museum), scripts):
        print(f'{museum}:{line}: {problem}')
        count += 1
    print(f'{len(pages)} pages, {count} problems')
    return 1 if count or not pages else 0


if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, '..', '..')))
