from __future__ import annotations

import pytest

CODE = "def f():\n    return 1\n"
FENCED = f"```python\n{CODE}```\n"

SILENT = [
    ("Markdown", "a.md", FENCED),
    ("Typst has fences", "a.typ", FENCED),
    ("Markdown", "a.mdx", FENCED),
    ("documentation", "a.rst", FENCED),
    ("documentation", "a.adoc", FENCED),
    ("prompt", "a.txt", FENCED),
    ("prompt", "a.prompt", FENCED),
    ("prompt", "system.j2", FENCED),
    ("prompt", "prompt.py.j2", FENCED),
    ("literate", "a.lhs", FENCED),
    ("doc string", "a.py", f'"""Example.\n\n{FENCED}"""\n'),
    ("comment", "a.rs", f"//! ```\n//! {CODE}//! ```\n"),
    ("not closed", "a.py", f"```\n{CODE}"),
    ("not closed, and no language", "a.py", f"Here is the code:\n```\n{CODE}"),
    ("a document in a string", "a.py", f'"""\nx\n```\n"""\n{CODE}\nBut it is not an answer.\n'),
    ("code behind the only fence", "a.js", "const a = `\nx\n```\n`\nf()\n"),
    ("code and prose behind the only fence", "a.js", "const a = `\nx\n```\nThis is a string.\n`\n"),
    ("two fences and prose", "a.jl", f'"""\nx\n{FENCED}This is what it does.\n"""\n'),
    ("a string that ends with marks", "a.jl", f'const a = """\n```\n{CODE}```\n"""\nf(```x\n```'),
    ("string of backquotes", "a.js", "const a = `\n```\nx\n```\n"),
    ("code before the fence", "a.js", f"Const a = b;\n{FENCED}"),
    ("one line and a fence", "a.py", "x\n```\n"),
    ("fence in the middle", "a.js", f"const a = 1;\n{FENCED}"),
    ("string of backquotes", "a.js", "```js`x`;\n"),
    ("only fences", "a.py", "```\n```\n"),
    ("prose and no fence", "a.py", "Here is the code:\n\nx = 1\n"),
    ("no claim", "answer", FENCED),
    ("pragma", "a.py", "```python\n# langdetect: ignore\n```\n"),
]

FIRES = [
    ("a.py", FENCED, 1),
    ("a.py", "\ufeff" + FENCED.replace("\n", "\r\n"), 1),
    ("a.py", f"\n\n```\n{CODE}```\n\n", 3),
    ("a.py", f"~~~ python\n{CODE}~~~\n", 1),
    ("a.py", f"````python\n{CODE}````\n", 1),
    ("a.py", f"Here is the updated code:\n\n{FENCED}", 3),
    ("a.py", f"Sure! Here's the script:\n{FENCED}\nThis script does it.\n", 2),
    ("a.py", f"I updated the function as requested:\n\n{FENCED}", 3),
    ("a.py", f"Here's the updated file with the fix applied\n{FENCED}", 2),
    ("a.py", f"Great question! Let's do it.\n{FENCED}", 2),
    ("a.py", f"<think>\nThe user wants {{code}}.\n\nSo be it.\n</think>\n\n{FENCED}", 7),
    ("a.py", f"```python:src/a.py\n{CODE}```\n", 1),
    ("a.py", f'```python filename="a.py"\n{CODE}```\n', 1),
    ("a.py", "  ```python\n  x = 1\n  ```\n", 1),
    ("a.py", f"```python\n{CODE}", 1),
    ("a.py", FENCED + "\nThe function returns one, as it was asked to.\n" * 20, 1),
    ("a.go", "package main\n\nfunc main() {}\n```\n", 4),
    ("a.py", f"Here is the code:\n```python\n{CODE}", 2),
    ("a.go", "package a\n\nfunc b() {}\n```\n\nThis function does nothing at all.\n", 4),
    ("a.go", "package a\n\nfunc b() {}\n```\n\n### What it does\n\n1. It does nothing.\n- **b**: it is empty\n", 4),
    ("a.json", '```json\n{"a": 1}\n```', 1),
    ("a.yaml", "```yaml\na: 1\n```\n", 1),
    ("a.ts", "```typescript\nconst a = 1;\n```\n", 1),
    ("Dockerfile", "```dockerfile\nFROM x\n```\n", 1),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str, found) -> None:
    assert found(path, content, {}) == []
    assert found(path, content) == []


@pytest.mark.parametrize("path, content, line", FIRES)
def test_fires(path: str, content: str, line: int, found) -> None:
    [evidence] = found(path, content, {})
    assert (evidence.rule, evidence.line, evidence.language) == ("LD006", line, "Markdown")
    assert str(line) in evidence.advice


def test_a_file_that_git_attributes_call_markdown(found) -> None:
    assert found("a.py", FENCED, {"linguist-language": "Markdown"}) == []
