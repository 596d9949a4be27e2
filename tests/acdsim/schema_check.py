"""Asks the validator of python3-jsonschema about TOML files.

  schema_check.py fits SCHEMA FILES...      every file fits
  schema_check.py refuses SCHEMA FILES...   no file does
  schema_check.py writes SCHEMA FILE        a file with every key of the schema, and wrong values
"""
import json
import sys
import tomllib

import jsonschema

WRONG = "00:00:01"  # a local time: nothing that is read takes one


def plain(value):
    """Instants, dates and times as strings: JSON has none."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def errors_of(schema, path):
    with open(path, "rb") as file:
        data = plain(tomllib.load(file))
    return list(jsonschema.Draft202012Validator(schema).iter_errors(data))


def value_of(schema):
    """As TOML, with every key that the schema knows."""
    if "properties" in schema:
        entries = (f"{key} = {value_of(each)}" for key, each in schema["properties"].items())
        return "{" + ", ".join(entries) + "}"
    if "items" in schema:
        return f"[{value_of(schema['items'])}]"
    if isinstance(schema.get("additionalProperties"), dict):
        return "{any = " + value_of(schema["additionalProperties"]) + "}"
    return WRONG


def main(how, schema_path, *paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    if how == "writes":
        with open(paths[0], "w", encoding="utf-8") as file:
            for key, each in schema["properties"].items():
                if key != "blueprint":  # names another file instead
                    file.write(f"{key} = {value_of(each)}\n")
        return 0
    failures = 0
    for path in paths:
        errors = errors_of(schema, path)
        if bool(errors) != (how == "refuses"):
            failures += 1
            print(f"{path}: {'fits' if not errors else errors[0].message}", file=sys.stderr)
    return failures


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
