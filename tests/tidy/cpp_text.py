"""Reads C++ just well enough for the tidy rules: code without comments and strings, functions."""
import re

_TOKEN = re.compile(
    r'//[^\n]*'
    r'|/\*.*?\*/'
    r'|R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+'",
    re.DOTALL)
_NOT_A_FUNCTION = re.compile(
    r'^\s*(?:inline\s+)?(?:namespace|class|struct|union|enum|extern\s*"")\b')
_CONTROL = re.compile(r'^\s*(?:else\s+)?(?:if|for|while|switch|catch|do|else|return)\b')


def code_of(text):
    """The text with comments and the contents of literals blanked; line numbers stay."""

    def blank(match):
        token = match.group(0)
        gap = re.sub(r'[^\n]', ' ', token)
        return gap if token[0] == '/' or len(token) < 2 else '"' + gap[1:-1] + '"'

    return _TOKEN.sub(blank, text)


def _directive_lines_kept(code):
    return re.sub(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*',
                  lambda match: '\n' * match.group(0).count('\n'), code, flags=re.MULTILINE)


def functions_of(text):
    """(name, first line, number of lines) of every function body outside other functions."""
    code = _directive_lines_kept(code_of(text))
    found, scopes, head_start = [], [], 0
    for match in re.finditer(r'[;{}]', code):
        sign, at = match.group(0), match.start()
        if sign == '{':
            head = code[head_start:at]
            inside = any(scope for scope in scopes)
            scopes.append(None if inside or not _is_function(head) else (head, head_start))
        elif sign == '}' and scopes:
            scope = scopes.pop()
            if scope:
                found.append(_measure(code, scope, at))
        head_start = at + 1
    return found


def _is_function(head):
    return ('(' in head and not _NOT_A_FUNCTION.match(head) and not _CONTROL.match(head)
            and not re.search(r'[^=!<>]=\s*$', head))


def _measure(code, scope, end):
    head, start = scope
    start += len(head) - len(head.lstrip())
    first = code.count('\n', 0, start) + 1
    last = code.count('\n', 0, end) + 1
    name = re.search(r'([\w:~]+)\s*\(', head)
    return (name.group(1) if name else '?', first, last - first + 1)
