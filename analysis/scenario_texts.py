# SPDX-License-Identifier: Apache-2.0
"""What differs between the resolved texts of scenarios, key by key."""

from __future__ import annotations

import dataclasses
import re

SKIPPED = ("title", "title_id")


@dataclasses.dataclass
class Policy:
    """A dated policy of a scenario: what it sets, by key."""

    id: str = ""
    from_month: str = ""
    title: str = ""
    title_id: str = ""
    settings: dict[str, str] = dataclasses.field(default_factory=dict)


def settings_of(text: str) -> tuple[dict[str, str], list[Policy]]:
    """Values as they are written by key, and the policies. The program writes a key a line; a mix or another table
    in braces becomes a key for each of its parts."""
    settings: dict[str, str] = {}
    policies: list[Policy] = []
    place, target = "", settings
    for line in text.splitlines():
        if line.startswith("[["):
            kind = line.strip("[]")
            place, target = "", {}
            if kind == "policy":
                policies.append(Policy(settings=target))
        elif line.startswith("["):
            place = line.strip("[]") + "."
            if not place.startswith(("policy.", "trial.")):
                target = settings
        elif " = " in line and not line.startswith("#"):
            key, value = line.split(" = ", 1)
            target.update(parts_of(place + key.strip(), value.strip()))
    for policy in policies:
        for name in ("id", "from_month", "title", "title_id"):
            setattr(policy, name, unquoted(policy.settings.pop(name, "")))
    return settings, policies


def parts_of(key: str, value: str) -> dict[str, str]:
    if not (value.startswith("{") and value.endswith("}")):
        return {key: value}
    parts = re.findall(r'("(?:[^"\\]|\\.)*"|[\w.-]+) = ("(?:[^"\\]|\\.)*"|\[[^]]*\]|[^,}]+)', value[1:-1])
    return {f"{key}.{unquoted(name)}": part.strip() for name, part in parts}


def unquoted(value: str) -> str:
    """The text of a TOML string."""
    if len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    plain = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}

    def character(match: re.Match) -> str:
        code = match[1]
        return chr(int(code[1:], 16)) if code[0] in "uU" else plain.get(code, code)

    return re.sub(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", character, value[1:-1])


def changes(base_text: str, text: str) -> list[tuple[str, str | None, str | None, Policy | None]]:
    """Rows of key, value in the base, value in the other scenario, and the policy that sets it, if one does. A policy
    that both scenarios have is no difference, and of a mix only the parts that change are rows."""
    base, base_policies = settings_of(base_text)
    settings, policies = settings_of(text)
    keys = [*settings, *(key for key in base if key not in settings)]
    rows = [(key, base.get(key), settings.get(key), None) for key in keys
            if key not in SKIPPED and base.get(key) != settings.get(key)]
    for policy in policies:
        if policy not in base_policies:
            rows += [(key, settings.get(key), value, policy) for key, value in policy.settings.items()
                     if settings.get(key) != value]
    return rows
