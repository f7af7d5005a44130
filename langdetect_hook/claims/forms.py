"""Forms of text that are no language of the model, known by how they begin."""

from __future__ import annotations

import re

VISUAL_STUDIO_SOLUTION = r"\A\s*Microsoft Visual Studio Solution File, "

# What a message calls it, how it begins, and where that is laid down.
FORMS: tuple[tuple[str, str, str], ...] = (
    (
        "a GCC machine description",
        r"\A(?:[ \t]*(?:;.*|\(include \"[^\"\n]*\"\))?\n)*[ \t]*"
        r"\(define_(?:attr|automaton|c_enum|constant|constraint|cpu_unit|delay|expand|insn|mode|peephole"
        r"|predicate|register_constraint|special_predicate|split|subst)",
        "GCC Internals, Machine Descriptions",
    ),
    ("a Godot scene", r"\[gd_(?:resource|scene)\b", "Godot's TSCN file format"),
    # A key with nothing behind it, keys that tabs indent, and soon one that only OpenRA's games have.
    (
        "MiniYAML",
        r"\A(?:[ \t]*(?:#[^\n]*)?\r?\n)*\^?[A-Za-z][\w.-]*:[ \t]*(?:#[^\n]*)?\r?\n"
        r"(?:\t[\t ]*-?[\w.]+:[^\n]*\n){0,20}\t[\t ]*-?(?:Inherits|[\w.]+@[\w-]+):",
        "OpenRA's MiniYAML",
    ),
    ("a PGP message", r"-----BEGIN PGP ", "RFC 9580"),
    ("PEM", r"-----BEGIN [A-Z0-9 ]+-----\r?\n", "RFC 7468"),
    # Comments, imports and variables may stand above the first statement of nearly every program that draws.
    (
        "a program in Turing",
        r"\A(?:[ \t]*(?:%[^\n]*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*|(?:import|var)[ \t][^\n]*)?\n)*"
        r"(?:setscreen|View\.Set)[ \t]*\(\"\w",
        "the Turing Language Reference Manual, View.Set and setscreen",
    ),
    ("a table of Matrix Market", r"%%MatrixMarket ", "NIST's Matrix Market exchange formats"),
    ("a vCard", r"(?i:BEGIN:VCARD)\r?\n", "RFC 6350"),
    ("a Visual Studio solution", VISUAL_STUDIO_SOLUTION, "the solutions of Visual Studio"),
    ("a Windows registry file", r"Windows Registry Editor Version |REGEDIT4\b", "Windows' .reg file format"),
    ("an iCalendar", r"(?i:BEGIN:VCALENDAR)\r?\n", "RFC 5545"),
    ("an SSH key", r"(?:ssh-(?:dss|ed25519|rsa)|ecdsa-sha2-nistp\d+|sk-[\w@.-]+) AAAA", "RFC 4253"),
    ("subtitles (SubRip)", r"\A\s*\d+\r?\n\d\d:\d\d:\d\d,\d{3} --> ", "SubRip's own"),
    ("subtitles (WebVTT)", r"WEBVTT(?:[ \t]|\r?\n)", "WebVTT, a W3C recommendation"),
)
FIRST_CHARACTERS = 4000


def form_of(text: str) -> str:
    """What a text is by how it begins, or ""."""
    start = text[:FIRST_CHARACTERS].removeprefix("\ufeff")
    return next((name for name, beginning, _ in FORMS if re.match(beginning, start)), "")
