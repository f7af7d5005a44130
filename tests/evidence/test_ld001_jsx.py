from __future__ import annotations

import pytest

JSX = "export const A = () => {\n  return (\n    <div>\n      <B c={1} />\n    </div>\n  )\n}\n"

SILENT = [
    ("a name for markup", "a.tsx", JSX),
    ("JavaScript", "a.js", JSX),
    ("a template", "a.ts.j2", JSX),
    ("no markup", "a.ts", "const a = (b: C<D>) => e < f / g\n"),
    ("a cast", "a.ts", "const a = (<B>c) + (<D>e)\n"),
    ("a function of any type", "a.ts", "const a = <B,>(c: B): B => c\n"),
    ("markup in a string", "a.ts", "const a = () => {\n  return (\n    '<div><b></b></div>'\n  )\n}\n"),
    ("markup in a template", "a.ts", f"const a = `\n{JSX}`\n"),
    ("markup in a template within one", "a.ts", "const a = html`<b>${c ? html`<d></d>` : ''}</b><e></e>`\n"),
    ("markup in a comment", "a.ts", f"/**\n{JSX}*/\nexport const a = 1\n"),
    ("one slip", "a.ts", "const a = (\n  <div>\n"),
    ("translations", "a.ts", "<!DOCTYPE TS>\n<TS version='2.1'>\n<context>\n</context>\n</TS>\n"),
    ("pragma", "a.ts", f"// langdetect: ignore\n{JSX}"),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str, found) -> None:
    assert found(path, content, {}) == []


@pytest.mark.parametrize("path", ["a.ts", "a.mts", "src/app/a.ts"])
def test_fires(path: str, found) -> None:
    [evidence] = found(path, f"import C from 'c'\n\n{JSX}", {})
    assert (evidence.rule, evidence.line) == ("LD001", 4)
    assert ".tsx" in evidence.advice


def test_an_override_of_the_language_is_honoured(found) -> None:
    assert found("a.ts", JSX, {"linguist-language": "TSX"}) == []
