#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks the policies as an editor does: each file against the JSON Schema that its first line names.

schemas.py FOLDER: the folder of the policies. Needs python3-jsonschema; says that it skipped without.
"""
import copy
import datetime
import json
import pathlib
import sys
import tomllib

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(0)

KEY = "#:schema "
wrong = []


def as_json(value):
    """A TOML value as editors compare it with a schema: days as texts."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def errors(schema, document):
    return list(jsonschema.Draft7Validator(schema).iter_errors(document))


def undescribed(schema, path=""):
    """The keys that a schema does not describe."""
    for key, each in schema.get("properties", {}).items():
        if not each.get("description", "").endswith("."):
            yield f"{path}.{key}"
        yield from undescribed(each, f"{path}.{key}")
    for inner in [schema.get("items"), *schema.get("oneOf", [])]:
        if inner:
            yield from undescribed(inner, path)


def check(file):
    """Checks one file, and that its schema refuses it with a key that is misspelt or left out."""
    text = file.read_text(encoding="utf-8")
    first = text.split("\n", 1)[0]
    if not first.startswith(KEY):
        wrong.append(f"{file}:1: the first line names no schema; write {KEY}../policy.schema.json")
        return
    schema = json.loads((file.parent / first[len(KEY):]).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    wrong.extend(f"{file}: {key} has no description" for key in undescribed(schema))
    document = as_json(tomllib.loads(text))
    refused = errors(schema, document)
    wrong.extend(f"{file}: {each.json_path}: {each.message}" for each in refused)
    if refused:
        return
    document = {kind: records[:1] if isinstance(records, list) else records
                for kind, records in document.items()}
    for kind, records in document.items():
        record = records[0] if isinstance(records, list) else records
        misspelt = copy.deepcopy(document)
        (misspelt[kind][0] if isinstance(records, list) else misspelt[kind])["unheard_of"] = True
        if not errors(schema, misspelt):
            wrong.append(f"{file}: the schema takes a key of {kind} that there is not")
        for key in record:
            removed = copy.deepcopy(document)
            del (removed[kind][0] if isinstance(records, list) else removed[kind])[key]
            of_kind = schema["properties"][kind]
            needed = key in of_kind.get("items", of_kind).get("required", [])
            if needed != bool(errors(schema, removed)):
                wrong.append(f"{file}: the schema is wrong on whether {kind} needs {key}")


files = sorted(pathlib.Path(sys.argv[1]).rglob("*.toml"))
for each in files:
    check(each)
print("\n".join(wrong) if wrong else f"{len(files)} files are what their schemas say")
sys.exit(1 if wrong or not files else 0)
