#!/usr/bin/env python3
"""Tests of the tidy rules and of the docs check: each finds what it is for, and nothing else."""
import sys

import docs
from cpp_text import code_of, functions_of
from rules import problems_of

HEADER = '// Purpose.\n#pragma once\n'
CPP = '// Purpose.\n'
LONG_BODY = '  step();\n' * 59

# (sentence, path, text, a part of each problem expected)
SAMPLES = (
    ('a clean header is clean', 'include/acd/policy/a.hpp',
     HEADER + '#include <vector>\n#include "acd/vocabulary/id.hpp"\n', ()),
    ('a line of 101 columns is too long', 'src/util/a.cpp', CPP + 'x' * 101 + '\n',
     ('101 columns',)),
    ('columns count characters, not bytes', 'src/util/a.cpp', CPP + '// ' + '组' * 97 + '\n', ()),
    ('501 lines are too many', 'src/util/a.cpp', CPP + '\n' * 500, ('501 lines',)),
    ('a function of 61 lines is too long', 'src/util/a.cpp',
     CPP + 'namespace acd {\nint f(int a) {\n' + LONG_BODY + '}\n}\n', ('f has 61 lines',)),
    ('a function of 60 lines is not', 'src/util/a.cpp',
     CPP + 'int f(int a) {\n' + LONG_BODY[10:] + '}\n', ()),
    ('a class may be longer than a function', 'src/util/a.cpp',
     CPP + 'class A {\n' + LONG_BODY.replace('step()', 'int a') * 2 + '};\n', ()),
    ('a test case is a function', 'tests/unit/a_test.cpp',
     CPP + 'TEST_CASE("a { b") {\n' + LONG_BODY + '}\n', ('TEST_CASE has 61 lines',)),
    ('a file says what it is for', 'src/util/a.cpp', '#include <vector>\n', ('first line',)),
    ('a header is guarded', 'include/acd/policy/a.hpp', CPP, ('#pragma once',)),
    ('an unknown directory is not a layer', 'src/misc/a.cpp', CPP, ('misc is not a layer',)),
    ('util is not public', 'include/acd/util/a.hpp', HEADER, ('util is not a layer',)),
    ('a policy does not know the engine', 'include/acd/policy/a.hpp',
     HEADER + '#include "acd/engine/router.hpp"\n', ('layer policy includes engine',)),
    ('util knows nobody', 'src/util/a.hpp',
     HEADER + '#include "acd/vocabulary/id.hpp"\n', ('layer util includes vocabulary',)),
    ('the engine may use util', 'src/engine/a.cpp', CPP + '#include "util/list.hpp"\n', ()),
    ('a public header shows no dependency', 'include/acd/policy/a.hpp',
     HEADER + '#include <absl/container/flat_hash_map.h>\n', ('a public header includes absl',)),
    ('a public header includes nothing of src', 'include/acd/engine/a.hpp',
     HEADER + '#include "util/list.hpp"\n', ('a public header includes util/list.hpp',)),
    ('the engine reads no clock', 'src/engine/a.cpp',
     CPP + 'auto t = std::chrono::steady_clock::now();\n', ('take the instant',)),
    ('an example may read one', 'examples/acdsim/a.cpp',
     CPP + 'auto t = std::chrono::steady_clock::now();\n', ()),
    ('nobody calls rand', 'bench/a.cpp', CPP + 'int a = rand();\n', ('seeded generator',)),
    ('a name that ends in rand is another name', 'bench/a.cpp', CPP + 'int a = operand(1);\n', ()),
    ('the library does not print', 'src/engine/a.cpp', CPP + 'std::cout << 1;\n',
     ('the host prints',)),
    ('no hash table of the standard library', 'src/util/a.cpp',
     CPP + 'std::unordered_map<int, int> m;\n', ('flat_hash_map',)),
    ('a switch names every enumerator', 'src/util/a.cpp',
     CPP + 'switch (a) {\n  default: break;\n}\n', ('name every enumerator',)),
    ('a defaulted function is no switch', 'src/util/a.cpp', CPP + 'A() = default;\n', ()),
    ('words in comments and strings are free', 'src/util/a.cpp',
     CPP + '// not std::cout\n/* rand() */ auto a = "system_clock"; char c = \'"\';\n', ()),
    ('raw strings are strings', 'src/util/a.cpp', CPP + 'auto a = R"(rand() " default: )";\n', ()),
    ('the engine does not throw', 'src/engine/a.cpp', CPP + 'throw 1;\n', ('Status',)),
    ('nothing is left for later', 'docs/a.md', 'TODO: write\n', ('TODO',)),
    ('no path of one machine', 'docs/a.md', 'see /home/me/notes and `/tmp/x`\n',
     ('/home/', '/tmp/')),
    ('a relative path is fine', 'docs/a.md', 'see ../tmp/a and src/home/a and $HOME/root\n', ()),
)


def check_samples():
    for sentence, path, text, expected in SAMPLES:
        found = [problem for _, problem in problems_of(path, text)]
        matched = len(found) == len(expected) and all(
            part in problem for part, problem in zip(expected, found))
        yield sentence, matched, f'expected {expected}, found {found}'


def check_reading():
    text = CPP + 'void A::f() const {\n  if (x) {\n  }\n}\nint g() { return 1; }\n'
    found = functions_of(text)
    yield 'functions are found with their lines', found == [('A::f', 2, 4), ('g', 6, 1)], found
    code = code_of('a // b\n/* c\n d */ e "f" \'g\' 1\'000')
    yield 'digit separators open no literal', code.endswith('1\'000'), code
    yield 'blanking keeps line numbers', code.count('\n') == 2, code


DOCS = {
    'README.md': '<!-- source: a.cpp -->\n```cpp\nint b;\nint c;\n```\n[x](docs/x.md#part)\n',
    'docs/x.md': '# X\n[up](../README.md) [web](https://example.org) [here](#x)\n',
    'a.cpp': 'int a;\nint b;\nint c;\n',
}


def check_docs():
    def problems(**changed):
        files = {**DOCS, **{name.replace('__', '/').replace('_md', '.md').replace('_cpp', '.cpp'):
                            text for name, text in changed.items()}}
        return [problem for _, problem in docs.problems_of(files.get, 'README.md')]

    yield 'an excerpt and links that resolve are fine', problems() == [], problems()
    found = problems(a_cpp='int b;\nint d;\n')
    yield 'an excerpt that differs is found', len(found) == 1 and 'a.cpp' in found[0], found
    found = problems(README_md='[x](docs/y.md)')
    yield 'a link to nowhere is found', len(found) == 1 and 'docs/y.md' in found[0], found
    scripts = ['b1_x.txt', 'b2_y.txt', 'y.txt']
    found = [text for _, text in docs.museum_problems('[b1](x/scenario/b1_x.txt)', scripts)]
    yield 'an exhibit that is not listed is found', found == ['b2_y.txt is not listed'], found
    found = problems(README_md='<!-- source: b.cpp -->\n```cpp\nint b;\n```\n')
    yield 'a missing source is found', len(found) == 1 and 'b.cpp' in found[0], found
    found = problems(README_md='<!-- source: a.cpp -->\nno block\n')
    yield 'a mark without a block is found', len(found) == 1, found


def main():
    failed = ran = 0
    for check in (check_samples, check_reading, check_docs):
        for sentence, passed, detail in check():
            ran += 1
            if not passed:
                failed += 1
                print(f'FAILED: {sentence}: {detail}')
    print(f'{ran} checks, {failed} failed')
    return 1 if failed or not ran else 0


if __name__ == '__main__':
    sys.exit(main())
