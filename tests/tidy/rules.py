"""The rules of the tidy test. Each takes a file's path and text, and yields (line, problem)."""
import re

from cpp_text import code_of, functions_of

MAX_COLUMNS = 100
MAX_FUNCTION_LINES = 60
MAX_FILE_LINES = 500

# A file includes its own layer and those before it.
LAYERS = ('util', 'vocabulary', 'policy', 'time_plan', 'config', 'engine', 'companion',
          'simulation', 'toml')

# name in code -> (where it is banned, what to use)
BANNED = (
    (r'\bsystem_clock\b', ('include/', 'src/', 'tests/'), 'take the instant as an argument'),
    (r'\bsteady_clock\b', ('include/', 'src/', 'tests/'), 'take the instant as an argument'),
    (r'\bs?rand\s*\(', ('',), 'use a seeded generator of our own'),
    (r'\brandom_device\b', ('',), 'use a seed that is printed'),
    (r'\bstd::(?:shuffle|\w+_distribution)\b', ('include/', 'src/', 'examples/'),
     'use our own transform: the standard ones differ between libraries'),
    (r'\bstd::(?:cout|cerr|clog)\b', ('include/', 'src/'), 'return events; the host prints'),
    (r'\bf?printf\s*\(', ('include/', 'src/'), 'return text; the host prints'),
    (r'\bunordered_(?:multi)?(?:map|set)\b', ('include/', 'src/'),
     'use a handle as an index, or absl::flat_hash_map outside decisions'),
    (r'\bdefault\s*:', ('include/', 'src/', 'examples/', 'tests/'),
     'name every enumerator, so that the compiler sees a missing one'),
    (r'\bthrow\b', ('src/engine/', 'src/policy/', 'src/util/'), 'refuse with a Status'),
    (r'\bvirtual\b', ('include/', 'src/'), 'policies are data; switch on their kind'),
    (r'\busing\s+namespace\b', ('include/',), 'qualify the names'),
)
UNFINISHED = re.compile(r'\b(?:TODO|FIXME|XXX|HACK)\b')
MACHINE_PATH = re.compile(r'(?<![\w.~$}\-])/(?:work|home|root|tmp)(?:/|\b)')

STD_HEADERS = frozenset(
    'algorithm any array atomic bit bitset charconv chrono cassert cctype cerrno cfenv cfloat '
    'cinttypes climits cmath compare complex concepts condition_variable coroutine cstddef cstdint '
    'cstdio cstdlib cstring ctime cwchar deque exception execution filesystem format forward_list '
    'fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator '
    'latch limits list locale map memory memory_resource mutex new numbers numeric optional '
    'ostream queue random ranges ratio regex semaphore set shared_mutex source_location span '
    'sstream stack stdexcept stop_token streambuf string string_view system_error thread tuple '
    'type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector '
    'version'.split())

_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def _line_at(text, position):
    return text.count('\n', 0, position) + 1


def is_cpp(path):
    return path.endswith(('.cpp', '.hpp'))


def line_length(path, text):
    if path.endswith(('.md', '.csv', '.txt', '.out', '.json', '.toml')):
        return
    for number, line in enumerate(text.split('\n'), 1):
        if len(line) > MAX_COLUMNS:
            yield number, f'{len(line)} columns, at most {MAX_COLUMNS}'


def file_length(path, text):
    lines = text.count('\n')
    if (is_cpp(path) or path.endswith('.py')) and lines > MAX_FILE_LINES:
        yield lines, f'{lines} lines, at most {MAX_FILE_LINES}: split it by noun'


def function_length(path, text):
    if not is_cpp(path):
        return
    for name, first, lines in functions_of(text):
        if lines > MAX_FUNCTION_LINES:
            yield first, f'{name} has {lines} lines, at most {MAX_FUNCTION_LINES}'


def purpose(path, text):
    if is_cpp(path) and not text.startswith('// '):
        yield 1, 'the first line is a comment that says what the file is for'
    if path.endswith('.hpp') and '\n#pragma once\n' not in text:
        yield 1, 'a header has #pragma once'


def layer_of(path):
    """The layer of a source file or of an include, or None."""
    parts = path.split('/')
    if parts[:2] == ['include', 'acd']:
        parts = parts[2:]
    elif parts[0] in ('src', 'acd'):
        parts = parts[1:]
    return parts[0] if len(parts) > 1 else None


def known_layer(path, text):
    del text
    if path.startswith(('include/', 'src/')) and is_cpp(path):
        layer = layer_of(path)
        public = path.startswith('include/')
        if layer not in LAYERS or (public and layer == 'util'):
            yield 1, f'{layer or path} is not a layer: {", ".join(LAYERS)}'


def layer_order(path, text):
    own = layer_of(path) if path.startswith(('include/', 'src/')) else None
    if own not in LAYERS:
        return
    for match in _INCLUDE.finditer(text):
        other = layer_of(match.group(2)) if match.group(1) == '"' else None
        if other in LAYERS and LAYERS.index(other) > LAYERS.index(own):
            yield _line_at(text, match.start()), f'layer {own} includes {other}, which is higher'


def public_includes(path, text):
    if not path.startswith('include/'):
        return
    for match in _INCLUDE.finditer(text):
        name = match.group(2)
        standard = match.group(1) == '<' and name in STD_HEADERS
        if not standard and not (match.group(1) == '"' and name.startswith('acd/')):
            yield _line_at(text, match.start()), f'a public header includes {name}'


def banned_names(path, text):
    if not is_cpp(path):
        return
    code = code_of(text)
    for pattern, places, instead in BANNED:
        if path.startswith(places):
            for match in re.finditer(pattern, code):
                yield _line_at(code, match.start()), f'{match.group(0).strip()}: {instead}'


def unfinished(path, text):
    del path
    for match in UNFINISHED.finditer(text):
        yield _line_at(text, match.start()), f'{match.group(0)}: finish it, or take it out'


def machine_paths(path, text):
    if path.endswith('.csv'):
        return
    for match in MACHINE_PATH.finditer(text):
        yield _line_at(text, match.start()), f'{match.group(0)}: a path of one machine'


ALL = (line_length, file_length, function_length, purpose, known_layer, layer_order,
       public_includes, banned_names, unfinished, machine_paths)

# The rules and their samples spell out what they forbid.
EXEMPT = {
    'tests/tidy/rules.py': (unfinished, machine_paths),
    'tests/tidy/tidy_test.py': (unfinished, machine_paths),
}


def problems_of(path, text):
    skipped = EXEMPT.get(path, ())
    for rule in ALL:
        if rule not in skipped:
            for line, problem in rule(path, text):
                yield line, problem
