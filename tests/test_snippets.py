"""The code blocks of documentation: how they are found, which are taken, and how they are counted."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from langdetect_hook.training.corpus_builder.blocks import Block, blocks_of
from langdetect_hook.training.corpus_builder.manifest import load_manifest
from langdetect_hook.training.corpus_builder.tags import language_of, read_tags
from tests.benchmarks.snippets.choice import (
    PER_PROJECT,
    Snippet,
    capped,
    chosen,
    distinct,
    is_fit,
    is_transcript,
)
from tests.benchmarks.snippets.dataset import Row, read_set, snippets_in, write_set
from tests.benchmarks.snippets.measure import TIE, band_of, confusions, figures, labels_for, score
from tests.benchmarks.snippets.table import by_language, table_of
from tests.conftest import CHECKOUT

CODE = "def area(radius):\n    return 3.14 * radius ** 2"

# page, text, the blocks in it
PAGES: tuple[tuple[str, str, list[Block]], ...] = (
    ("a.md", f"Words.\n\n```python\n{CODE}\n```\n\nMore.\n", [Block("python", CODE)]),
    ("a.md", f"~~~js\n{CODE}\n~~~\n", [Block("js", CODE)]),
    ("a.md", "````md\n```py\nx\n```\n````\n", [Block("md", "```py\nx\n```")]),
    (
        "a.md",
        "1. First\n\n   ```sh\n   if true; then\n     ls\n   fi\n   ```\n",
        [Block("sh", "if true; then\n  ls\nfi")],
    ),
    ("a.md", "```rust,ignore\nx\n```\n```js{1,3}\ny\n```\n", [Block("rust", "x"), Block("js", "y")]),
    ("a.md", "```{.python .numberLines}\nx\n```\n", [Block("python", "x")]),
    ("a.md", "```js:title=a.js\nx\n```\n```c++ title='a'\ny\n```\n", [Block("js", "x"), Block("c++", "y")]),
    ("a.Rmd", "```{r, echo=FALSE}\nplot(x)\n```\n", [Block("r", "plot(x)")]),
    ("a.md", "```{code-block} ruby\n:linenos: true\n:caption: x\n\nputs 1\n```\n", [Block("ruby", "puts 1")]),
    ("a.md", "```{code-block} ruby\n---\nlinenos: true\n---\nputs 1\n```\n", [Block("ruby", "puts 1")]),
    ("a.md", "```\nno tag\n```\n", []),
    ("a.md", "```python\nnever closed\n", []),
    (
        "a.md",
        'A `code` and ```one line``` of it.\n\n<pre><code class="lang-go">x := 1</code></pre>',
        [Block("go", "x := 1")],
    ),
    ("README", "```python\nx = 1\n```\n", [Block("python", "x = 1")]),
    ("PKG-INFO", "Name: a\n\n.. code-block:: python\n\n    x = 1\n\nMore.\n", [Block("python", "x = 1\n")]),
    (
        "a.rst",
        ".. code-block:: ruby\n   :linenos:\n   :caption: x\n\n   def a\n     1\n   end\n\nMore.\n",
        [Block("ruby", "\ndef a\n  1\nend\n")],
    ),
    ("a.rst", "* item\n\n  .. code:: lua\n\n     x = 1\n\n  more\n", [Block("lua", "\nx = 1\n")]),
    ("a.rst", ".. sourcecode:: c\n\n\tint x;\n", [Block("c", "\nint x;")]),
    ("a.rst", ".. code-block::\n\n   no tag\n\n.. note:: python\n\n   words\n", []),
    ("a.adoc", "[source,java]\n----\nint x; // <1>\nint y;\n----\n<1> Here.\n", [Block("java", "int x;\nint y;")]),
    ("a.adoc", "[source%linenums, ruby, subs=verbatim]\n.Title\n----\nputs 1\n----\n", [Block("ruby", "puts 1")]),
    ("a.adoc", "[,sh]\n....\nls\n....\n\n[quote, Ada]\n----\nwords\n----\n", [Block("sh", "ls")]),
    (
        "a.html",
        '<pre class="x"><code class="hljs language-cpp">a&lt;b&gt; <b>c</b>;\n</code></pre>',
        [Block("cpp", "a<b> c;\n")],
    ),
    ("a.html", "<pre><code>no tag</code></pre><code class='language-c'>int x;</code>", []),
    ("a.dbk", '<programlisting language="xml"><![CDATA[<a>\n</a>]]></programlisting>', [Block("xml", "<a>\n</a>")]),
    ("a.html", '<syntaxhighlight lang="lua" line>x = 1</syntaxhighlight>', [Block("lua", "x = 1")]),
    (
        "a.org",
        "  #+BEGIN_SRC emacs-lisp :results none\n  (a)\n  ,* b\n  #+END_SRC\n",
        [Block("emacs-lisp", "(a)\n* b")],
    ),
    ("a.org", "#+begin_src sh\nls\n#+end_src\n#+begin_example\nx\n#+end_example\n", [Block("sh", "ls")]),
)

TAGS = (
    ("python", "Python"),
    ("PY", "Python"),
    ("sh", "Shell"),
    ("bash", "Shell"),
    ("shell", "Shell"),
    ("jsx", "JavaScript"),
    ("tsx", "TypeScript"),
    ("jsonc", "JSON"),
    ("json5", "JSON"),
    ("yaml", "YAML"),
    ("dockerfile", "Dockerfile"),
    ("makefile", "Makefile"),
    ("diff", "Diff"),
    ("ini", "INI"),
    ("toml", "TOML"),
    ("vue", "Vue"),
    ("svelte", "Svelte"),
    ("emacs-lisp", "Emacs Lisp"),
    ("c++", "C++"),
    ("fish", "fish"),
    ("mermaid", "Mermaid"),
    ("nginx", "Nginx"),
    ("dot", "Graphviz (DOT)"),
    ("console", ""),
    ("shell-session", ""),
    ("text", ""),
    ("output", ""),
    ("pycon", ""),
    ("no-such-language", None),
)

LONG = "def area(radius):\n    return 3.14 * radius ** 2\n\n\nprint(area(4), area(5))\n"
# language, code, whether it may be taken
CODES = (
    ("Python", LONG, True),
    ("Shell", "docker run --rm --volume $PWD:/src --workdir /src example/image:latest make\n", True),
    ("Shell", "npm install name\n", False),  # one short line
    ("Python", "a = 1\nb = 2\nc = 3\n", True),
    ("Python", "a = 1\n...\n# ...\n", False),  # one line and what stands for others
    ("JavaScript", "// ...\n...\n…\n", False),
    ("Text", "x\n" * 3, False),  # too few tokens
    ("Python", LONG * 1000, False),
    ("Python", ">>> 1 + 1\n2\n>>> area(4)\n50.24\n", False),
    ("Shell", "$ ls -l\n$ cat file\n$ rm file\n", False),
    ("Shell", "cd folder\n> ls\nfile\n> rm file\n", False),
    ("Shell", "user@host:~/folder$ ls -l some files in here and there and everywhere\n", False),
    ("SQL", "mysql> SELECT name, place FROM people WHERE place IS NOT NULL;\nada\nbob\n", False),
    ("PowerShell", "PS C:\\> Get-Process | Where-Object { $_.CPU -gt 100 } | Sort-Object CPU\n", False),
    ("Erlang", "1> lists:map(fun(X) -> X * X end, [1, 2, 3]).\n[1,4,9]\n2> q().\n", False),
    ("Haskell", "ghci> map (* 2) [1, 2, 3]\n[2,4,6]\nghci> :quit\n", False),
    ("Diff", "--- a\n+++ b\n@@ -1 +1 @@\n-old line of it\n+new line of it\n> quoted\n", True),
    ("Markdown", "> A quotation that is long enough,\n> of two lines, and another\n\nWords.\n", True),
)


def snippet(code: str = LONG, language: str = "Python", project: str = "a", page: str = "a/README.md") -> Snippet:
    return Snippet(language, project, page, language.lower(), code)


@pytest.mark.parametrize(("page", "text", "expected"), PAGES)
def test_blocks_are_found_in_each_syntax(page: str, text: str, expected: list[Block]) -> None:
    assert [Block(tag, code.strip("\n")) for tag, code in blocks_of(page, text)] == [
        Block(tag, code.strip("\n")) for tag, code in expected
    ]


@pytest.mark.parametrize(("tag", "language"), TAGS)
def test_tags_mean_languages(tag: str, language: str | None) -> None:
    assert language_of(tag) == language


def test_the_rows_of_tags_are_sorted_and_stand_once() -> None:
    path = CHECKOUT / "langdetect_hook" / "training" / "corpus_builder" / "tags.tsv"
    tags = [line.partition("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"][1:]
    assert tags == sorted(set(tags)) == list(read_tags())


@pytest.mark.parametrize(("language", "code", "taken"), CODES)
def test_too_short_blocks_and_transcripts_are_left_out(language: str, code: str, taken: bool) -> None:
    assert is_fit(snippet(code, language)) is taken


def test_what_opens_a_line_is_a_prompt_where_the_language_has_none() -> None:
    assert not is_transcript(snippet("<a\n  href='x'\n> word </a>", "HTML"))
    assert is_transcript(snippet("a\n> word", "Shell"))


def test_near_duplicates_are_taken_once() -> None:
    other = snippet(LONG.replace("3.14", "3.1415").upper())
    different = snippet("import os\n\nfor name in os.listdir():\n    os.remove(name)\n")
    assert list(distinct([snippet(), snippet(project="b"), other, different])) == [snippet(), different]


def test_a_language_is_cut_in_turn_from_its_projects() -> None:
    many = [snippet(str(number), project=project) for project in "ab" for number in range(5)]
    taken = list(capped(many, 4))
    assert Counter(one.project for one in taken) == {"a": 2, "b": 2}


def test_a_project_gives_its_rare_languages_first() -> None:
    many = [snippet(str(number)) for number in range(20)]
    rare = [snippet(str(number), "Zig") for number in range(3)]
    assert Counter(one.language for one in capped(many + rare, 100)) == {"Zig": 3, "Python": PER_PROJECT - 3}


def test_the_choice_is_the_same_whatever_the_order() -> None:
    some = [snippet(LONG.replace("3.14", number), project=number) for number in ("1", "2", "3")]
    some += [snippet("import os\n\nfor name in os.listdir():\n    os.remove(name)\n")]
    assert chosen(some) == chosen(reversed(some)) and len(chosen(some)) == 2


def test_a_set_is_written_and_read_again(tmp_path: Path) -> None:
    page = tmp_path / ".pages" / "pypi+a" / "a-1.0" / "README.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"```python\r\n{LONG}```\n```nobody\nx\n```\n```console\nx\n```\n", encoding="utf-8", newline="")
    (page.parent / "old.md").write_bytes("```python\nprint('ä')\n```\n".encode("latin-1"))
    unknown: Counter[str] = Counter()
    rows = write_set(tmp_path, chosen(snippets_in(tmp_path / ".pages", unknown)))
    assert rows == read_set(tmp_path) == [Row("Python/pypi+a/1.py", "Python", "python", 5, "pypi+a/a-1.0/README.md")]
    assert (tmp_path / "Python/pypi+a/1.py").read_text(encoding="utf-8") == LONG
    assert unknown == {"nobody": 1}
    assert write_set(tmp_path, []) == [] and not (tmp_path / "Python").exists() and page.exists()


def test_pages_are_read_out_of_archives(tmp_path: Path) -> None:
    pytest.importorskip("tomllib")
    from tests.benchmarks.snippets.pages import pages_in

    names = ("a/README", "a/docs/x.rst", "a/x.py", "a/tests/x.md", "a/PKG-INFO", "a/../x.md", "/x.md", "debian/x.md")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar, zipfile.ZipFile(tmp_path / "a.whl", "w") as zipped:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = 4
            tar.addfile(member, io.BytesIO(b"text"))
            zipped.writestr(name, "text")
        link = tarfile.TarInfo("a/link.md")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    expected = {"a/README": b"text", "a/docs/x.rst": b"text", "a/PKG-INFO": b"text"}
    assert dict(pages_in(tmp_path / "a.tar.gz")) == dict(pages_in(tmp_path / "a.whl")) == expected


@pytest.mark.parametrize(
    ("lines", "band"), [(1, "1-2"), (2, "1-2"), (3, "3-5"), (10, "6-10"), (20, "11-20"), (21, "21+")]
)
def test_lengths_fall_into_bands(lines: int, band: str) -> None:
    assert band_of(lines) == f"{band} lines"


ROWS = [Row(str(number), language, "", 3, "") for number, language in enumerate(("C", "C", "C++", "HTML", "Mermaid"))]
ANSWERS: list[str | None] = ["C", TIE, "C", "Jinja", "SVG"]


def test_a_tie_is_wrong_and_a_language_without_label_is_not_asked() -> None:
    labels = labels_for("", {"C", "C++", "HTML", "Jinja"})
    assert score(ROWS, ANSWERS, labels) == (1, 3, 4)  # C++ may hold C, and HTML be a template
    assert confusions(ROWS, ANSWERS, labels)["Mermaid taken for SVG"] == 1
    found = figures(ROWS, ANSWERS, labels)
    assert found["everything"][::2] == (1, 5)
    assert found["languages"]["Mermaid"].asked == 0


def test_the_tables_name_what_the_model_lacks() -> None:
    known = {"C", "C++", "HTML", "Jinja"}
    found = figures(ROWS, ANSWERS, labels_for("", known))
    assert "Without a label: Mermaid." in by_language(found)
    table = table_of({"tools": {"ours": found}, "missing": ["nothing"]}, ROWS, known)
    assert "4 snippets of 3 languages of the model, 1 of others. Not measured: nothing." in table


@pytest.mark.parametrize("manifest", ["corpus.toml", "corpus_more.toml", "corpus_git.toml"])
def test_no_project_of_the_corpus_or_the_healthy_sets_is_in_the_list(manifest: str) -> None:
    pytest.importorskip("tomllib")
    from tests.benchmarks.fetch_healthy import read_manifest
    from tests.benchmarks.snippets.__main__ import MANIFEST

    listed = {(project.registry, project.name) for project in read_manifest(MANIFEST)}
    assert len(listed) > 500
    assert listed.isdisjoint(
        (one.registry, one.name) for one in load_manifest(CHECKOUT / "model_assets" / manifest).sources
    )
    assert listed.isdisjoint((one.registry, one.name) for one in read_manifest())
