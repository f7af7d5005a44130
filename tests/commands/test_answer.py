"""What `classify` says: what first lines prove, what overrules them, and nothing where it is not sure."""

from __future__ import annotations

import pytest

from langdetect_hook.commands.answer import answer
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets, predict

RUST = "use std::fmt;\n\nimpl fmt::Display for Point {\n    fn fmt(&self) -> Result {\n        Ok(())\n    }\n}\n"
PAGE = "<html>\n<head><title>A page</title></head>\n<body>\n<p>Words <b>and</b> words</p>\n</body>\n</html>\n"
JINJA = "{% extends 'base.html' %}\n{% block body %}\n{% for x in items %}{{ x.name }}{% endfor %}\n{% endblock %}\n"
PDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 5\n"
# Languages that the model does not know.
FLUENT = """\
## The window

window-title = { -brand } (Cups)
-brand = Kettle
cups-found =
    { $count ->
        [one] Found one cup
       *[other] Found { $count } cups
    }
button-search = Search
    .tooltip = Looks for cups in { $folder }
label-full = (full)
    .title = Full
upper-delete = Delete
upper-delete-tooltip = Delete the cups that are marked.
saved-to = Saved the list to { $name }.
"""
MINI_YAML = """\
KETTLE:
\tInherits: ^Vessel
\tInherits@selection: ^Selectable
\tBuildable:
\t\tPrerequisites: stove, upgrade.heavy
\t\tQueue: Kitchen
\t\tDescription: Heats\\n    water.
\tValued:
\t\tCost: 200
\tMobile:
\t\tSpeed: 3
\t\tTerrainSpeeds:
\t\t\tClear: 100
\t\t\tRock: 80
\t-Crushable:
\tHealth:
\t\tHP: 450
"""
# Three annotations among many tokens that JavaScript has as well.
SORT = """\
function sorted(cups: number[]): number[] {
  for (let i = 0; i < cups.length; i++) {
    for (let j = 0; j < cups.length - i - 1; j++) {
      if (cups[j] > cups[j + 1]) {
        const full = cups[j];
        cups[j] = cups[j + 1];
        cups[j + 1] = full;
      }
    }
  }
  return cups;
}
"""

# Little of what grew out of another language is its own.
METHODS = """\
    public int left(Map<String, Integer> cups) throws IOException {
        for (String name : cups.keySet()) {
            if (cups.get(name) == null) {
                throw new IllegalArgumentException("no cup");
            }
        }
        return cups.size();
    }
"""
CLASS = """\
class Cup : public Vessel {
 public:
  explicit Cup(std::vector<int> sizes) : sizes_(std::move(sizes)) {}
  void empty() {
    for (auto& size : sizes_) size = std::max(size, 0);
  }

 private:
  std::vector<int> sizes_;
};
"""
GUIDE = """\
## How to pour

Take the kettle in your hand, and pour until the cup is *full*. There are three kinds:

- small cups
- large cups
"""
BENCH = """\
class cup_driver;
  event poured;
  function void report();
    $display("poured = %0d at %0t", count, $time);
  endfunction
endclass
"""
MODULE = """\
module kettle(input clk, input rst, output reg [7:0] level);
  always @(posedge clk or posedge rst) begin
    if (rst) level <= 8'h00;
    else level <= level + 1;
  end
endmodule
"""
CUPS = """\
<section class="cups">
  <h2>Cups</h2>
  <p>All cups are <em>washed</em> by hand. See <a href="/kettles.html">the kettles</a>.</p>
  <img src="/images/cup.png" alt="A cup">
</section>
"""
GROWN = [
    ("Apex", "Java", "public with sharing class Cups {\n" + METHODS * 6 + "}\n"),
    ("Haxe", "Java", f"class Cups {{\n{METHODS * 6}    public function pour(cup:Cup):Void {{\n    }}\n}}\n"),
    ("Cuda", "C++", CLASS * 8 + "__global__ void pour(int* cups) {\n  cups[0]--;\n}\n"),
    ("MDX", "Markdown", 'import Kettle from "../kettle"\n\n' + GUIDE * 8),
    ("SystemVerilog", "Verilog", BENCH),
    ("SystemVerilog", "Verilog", MODULE * 4 + "class cup;\n  bit full;\nendclass\n"),
    ("Handlebars", "HTML", "{{> header}}\n" + CUPS * 6),
    ("Handlebars", "HTML", f"<body>\n{CUPS * 6}{{{{#if kettles}}}}\n<p>hot</p>\n{{{{/if}}}}\n</body>\n"),
]

FORMULA = """\
\\begin{equation}
  \\theta^{\\star} = \\arg\\max_{\\theta} \\sum_{t} r\\left(\\mathbf{s}_{t}\\right)
\\end{equation}
"""

ANSWERS = [
    ("Diff", "first line", "diff --git a/point.rs b/point.rs\n" + RUST),
    ("Rust", "content", RUST),
    ("TypeScript", "content", SORT),
    ("JavaScript", "content", SORT.replace(": number[]", "")),
    ("Python", "first line", f'#!/usr/bin/env python\nPAGE = """\n{PAGE}"""\n'),
    ("Python", "first line", f'#!/usr/bin/env python\nPAGE = """\n{JINJA * 3}"""\n'),
    ("Shell", "first line", f"#!/bin/sh\ncat <<'END'\n{PAGE}END\n"),
    ("HTML", "first line", "<!DOCTYPE html>\n" + PAGE),
    ("Jinja", "content", "<!DOCTYPE html>\n" + JINJA * 3),
    ("Diff", "first line", "--- a/x.html\n+++ b/x.html\n@@ -1,9 +1,9 @@\n" + JINJA * 3),
    ("PHP", "first line", "#!/usr/bin/php\n" + PAGE),
    (
        "TypeScript",
        "first line",
        "#!/usr/bin/env -S deno run\n" + "interface A { readonly b?: string; c: number }\n" * 9,
    ),
    ("Org", "first line", f":PROPERTIES:\n:ID: 1\n:END:\n#+title: Cups\n\n{FORMULA * 9}"),
    ("Go", "first line", "package main\n\nfunc main() {\n\tx := 1\n}\n"),
    ("Odin", "first line", 'package main\n\nimport "core:fmt"\n\nmain :: proc() {\n\tx := 1\n\tfmt.println(x)\n}\n'),
    ("CUE", "first line", "package cups\n\n#Cup: {\n\tsize:  int & >0\n\tlabel?: string\n}\ncups: [...#Cup]\n"),
    (
        "Open Policy Agent",
        "first line",
        "package cups.allowed\n\nimport rego.v1\n\ndefault allow := false\n\nallow if {\n\tinput.size > 3\n}\n",
    ),
    ("Ruby", "modeline", "# -*- mode: ruby -*-\nx 1\n"),
    ("HTML", "whole text", "<iframe></iframe>\n"),
    ("JSON", "whole text", '{"a": 1}\n'),
    ("Python", "whole text", "def pour(cup): left = cup.left; cup.left = 0; return left\n"),
    ("Svelte", "first line", "{@render pot()}\n{@render cups(pot)}\n"),
    (None, None, "hi"),
    (None, None, "module example.org/x\n\ngo 1.21\n"),
    (None, None, POINTER),
    (None, None, FLUENT),
    (None, None, MINI_YAML),
    (None, None, PDF),
    (None, None, ""),
]


@pytest.fixture(scope="module")
def model():
    return assets.load()


@pytest.mark.parametrize(("language", "older", "text"), GROWN)
def test_a_construct_outweighs_the_tokens_of_an_older_language(language, older, text, model):
    assert predict(model, text).best == older
    assert answer(model, content_from_bytes(text.encode())).language == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Verilog", MODULE + '// class, bit, endclass\ninitial $display("endclass");\n'),
        ("Verilog", MODULE.replace("level", "new_class")),
        ("HTML", CUPS * 3 + "<p>{{ cups }}</p>\n"),
        ("HTML", CUPS * 3 + "<p>{{if .Cups}}{{else}}</p>\n"),
    ],
)
def test_a_word_that_is_no_construct_leaves_the_older_language(language, text, model):
    assert answer(model, content_from_bytes(text.encode())).language == language


def test_an_example_in_a_guide_is_no_import(model):
    text = GUIDE * 8 + '```js\nimport Kettle from "../kettle"\n```\n'
    assert answer(model, content_from_bytes(text.encode())).language == "Markdown"


@pytest.mark.parametrize(("language", "by", "text"), ANSWERS, ids=[text[:20] for _, _, text in ANSWERS])
def test_answer(language, by, text, model):
    found = answer(model, content_from_bytes(text.encode()))
    assert (found.language, found.by) == (language, by)
    assert (found.reason is None) == (by == "content")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is a PNG image"),
        (b"PK\x03\x04\x14" + bytes(21) + b"\x0f\0\0\0xl/workbook.xml", "it is an Excel workbook"),
        (b"{\\rtf1\\ansi A cup of coffee.}", "it is an RTF document"),
        (b"\x93NUMPY\1\0\x76\0{'descr': '<f8'}", "it is a NumPy array"),
        (b"\1\2\3\0" * 9, "the file is binary"),
    ],
)
def test_what_a_binary_file_is(raw, reason, model):
    found = answer(model, content_from_bytes(raw))
    assert (found.language, found.reason, found.prediction) == (None, reason, None)


def test_why_there_is_none(model):
    reasons = [
        answer(model, content_from_bytes(raw)).reason for raw in (b"hi", b"", b"\0\1", POINTER.encode(), PDF.encode())
    ]
    assert reasons == [
        "not sure",
        "the file is empty",
        "the file is binary",
        "it is a Git LFS pointer",
        "it is a PDF document",
    ]


@pytest.mark.parametrize("raw", [b"\xff\xfee\0n\0\x01\0", b"en\x01"])
def test_a_text_that_may_be_any_language_is_none(raw):
    """Where no language is likely at all, there is none to tell from its rivals; the fuzzer found it."""
    assert answer(assets.load(), content_from_bytes(raw)).language is None
