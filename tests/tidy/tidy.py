#!/usr/bin/env python3
"""Checks the tree against the tidy rules. usage: tidy.py [root]"""
import os
import sys

import rules

DIRECTORIES = ('include', 'src', 'bench', 'tests', 'examples', 'docs', 'cmake', '.ci')
SUFFIXES = ('.cpp', '.hpp', '.py', '.cmake', '.in', '.map', '.md', '.txt', '.toml', '.csv', '.sh')


def files_of(root):
    """Relative paths of the text files that the project consists of, sorted."""
    found = [name for name in os.listdir(root) if os.path.isfile(os.path.join(root, name))
             and (name.endswith(SUFFIXES) or name in ('dev', '.clang-tidy', '.clang-format'))]
    for directory in DIRECTORIES:
        for parent, folders, names in os.walk(os.path.join(root, directory)):
            folders[:] = [name for name in folders if name != '__pycache__']
            found += [os.path.relpath(os.path.join(parent, name), root) for name in names
                      if name.endswith(SUFFIXES) or name == 'run']
    return sorted(found)


def main(root):
    count = 0
    paths = files_of(root)
    for path in paths:
        with open(os.path.join(root, path), encoding='utf-8') as file:
            text = file.read()
        for line, problem in rules.problems_of(path, text):
            print(f'{path}:{line}: {problem}')
            count += 1
    print(f'{len(paths)} files, {count} problems')
    return 1 if count or not paths else 0


if __name__ == '__main__':
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, '..', '..')))
