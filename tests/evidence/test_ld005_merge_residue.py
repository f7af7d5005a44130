from __future__ import annotations

import pytest

CONFLICT = "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> branch\n"
EDIT = "<<<<<<< SEARCH\na = 1\n=======\na = 2\n>>>>>>> REPLACE\n"
DIFF3 = "<<<<<<< HEAD\na = 1\n||||||| 1234567\na = 0\n=======\na = 2\n>>>>>>> branch\n"

SILENT = [
    ("the form of an answer", "prompts/edit.j2", f"Answer with:\n{EDIT}"),
    ("the form of an answer", "prompts/edit.md", f"Answer with:\n\n{EDIT}"),
    ("the form of an answer", "prompts/edit.xml", f"<form>\n{EDIT}</form>\n"),
    ("a value of a table", "data/edits.csv", f'text,label\n"{CONFLICT}",1\n'),
    ("a value of a table", "data/edits.csv", f'text,label\n"Words\n{CONFLICT}",1\n'),
    ("a block of OCaml", "a.ml", f"let text = {{|\n{CONFLICT}|}}\n"),
    ("a block of TeX", "slides.tex", f"\\begin{{lstlisting}}\n{CONFLICT}\\end{{lstlisting}}\n"),
    ("a block of TeX", "slides.tex", f"\\begin{{Verbatim}}[gobble=2]\n{CONFLICT}\\end{{Verbatim}}\n"),
    ("a block of a page", "a.html", f"<p>After that:</p>\n<pre>\n{CONFLICT}</pre>\n"),
    ("a block of DocBook", "a.xml", f"<para/>\n<programlisting><![CDATA[\n{CONFLICT}]]></programlisting>\n"),
    ("a comment on merging", "xdiff.c", f"/* What a three-way merge writes:\n{CONFLICT}*/\nint a;\n"),
    ("a mail quotes", "brew.eml", f"Subject: merges\n\n{CONFLICT}"),
    ("a mail quotes a mail", "brew.eml", "Subject: merges\n\n>>>>>>> yes\n"),
    ("what a test saw", "brew.snap", CONFLICT),
    ("nothing is known of its strings", "a.strings", "a\n>>>>>>> yes\n"),
    ("heading of reStructuredText", "a.rst", "Title\n=======\n\ntext\n"),
    ("documentation of merging", "git-merge.1", CONFLICT),
    ("documentation of merging", "docs/conflicts.md", CONFLICT),
    ("documentation that says what it shows", "a.md", f"# After a conflict\n\n{CONFLICT}"),
    ("documentation that says what it shows", "a.txt", f"{CONFLICT}Call git merge --abort.\n"),
    ("what a test reads", "src/test/resources/brew-42/file1.txt", CONFLICT),
    ("a fence", "a.md", f"```\n{CONFLICT}```\n"),
    ("a fence", "a.rst", f"~~~~ text\n{CONFLICT}~~~~\n"),
    ("an element of HTML", "a.md", f"<pre>\n{CONFLICT}</pre>\n"),
    ("a listing", "a.adoc", f"----\n{CONFLICT}----\n"),
    ("a block", "a.org", f"#+BEGIN_SRC\n{CONFLICT}#+END_SRC\n"),
    ("lines that are not filled", "a.roff", f".TH A 1\n.nf\n{CONFLICT}.fi\n"),
    ("an indented block", "a.md", "".join(f"    {line}\n" for line in CONFLICT.splitlines())),
    ("an answer to an answer", "a.md", "x\n>>>>>>> branch\n"),
    ("an answer to an answer, and a rule", "a.md", "Title\n=======\n\n>>>>>>> What is it?\n"),
    ("half of a conflict in a fence", "a.md", "```\n=======\n>>>>>>> branch\n```\n"),
    ("a diff", "a.diff", CONFLICT),
    ("a diff", "a.patch", CONFLICT),
    ("no claim", "notes", CONFLICT),
    ("no claim", "a.out", CONFLICT),
    ("a separator", "a.py", "# =======\n=======\n"),
    ("only the end, in a string", "a.js", "const a = `\n=======\n>>>>>>> branch\n`\n"),
    ("only the end, in a comment", "a.js", "/*\n=======\n>>>>>>> branch\n*/\n"),
    ("only the end, in a string", "a.py", 'A = """\n>>>>>>> branch\n"""\n'),
    ("only the end, in a here document", "a.sh", "cat <<EOF\n>>>>>>> branch\nEOF\n"),
    ("no name of a side", "a.js", ">>>>>>> what comes next\n"),
    ("no name of a side", "a.conf", "<<<<<<< (see below)\n"),
    ("only the end, in a template", "a.js.tmpl", ">>>>>>> branch\n"),
    ("a rule in JSON that parses", "a.json", '/*\n=======\n*/\n{"a": 1}\n'),
    ("a rule in a string of TOML", "a.toml", 'a = """\n=======\n"""\n'),
    ("a rule in a document of YAML", "a.yaml", "a: 1\n--- |\n=======\n"),
    ("a rule in a block of YAML", "a.yaml", "a: |\n  b\n  =======\n"),
    ("a rule in a string of YAML", "a.yaml", 'a: "b\n=======\n"\n'),
    ("a rule in prose", "a.yaml", "Words\n=======\n"),
    ("a rule in prose", "a.json", "Words\n=======\n"),
    ("wrong order", "a.js", ">>>>>>> branch\n=======\n<<<<<<< HEAD\n"),
    ("wrong order", "a.js", "<<<<<<< HEAD\n>>>>>>> branch\n=======\n"),
    ("indented", "a.js", "  <<<<<<< HEAD\n  =======\n  >>>>>>> branch\n"),
    ("longer marks", "a.js", "<<<<<<<< HEAD\n========\n>>>>>>>> branch\n"),
    ("without names", "a.js", "<<<<<<<\na\n=======\nb\n>>>>>>>\n"),
    ("in comments", "a.py", "# <<<<<<< HEAD\n# =======\n# >>>>>>> branch\n"),
    ("about merging", "merge_test.go", CONFLICT),
    ("about merging", "tests/conflicts/a.json", CONFLICT),
    ("about merging", "src/__tests__/diffResolver.test.js", CONFLICT),
    ("string in TypeScript", "a.ts", f"// a ` alone\nconst text = `\n{CONFLICT}`;\n"),
    ("string in Python", "a.py", f'TEXT = """\n{CONFLICT}"""\n'),
    ("string in Python", "a.py", f"TEXT = '''\\\n{CONFLICT}'''\n"),
    ("string in Python 2", "a.py", f'TEXT = """\n{CONFLICT}"""\nprint "x", TEXT\n'),
    ("string in JavaScript", "a.js", f"const text = `\n{CONFLICT}`;\n"),
    ("string in Java", "A.java", f'String text = """\n{CONFLICT}""";\n'),
    ("here document", "a.sh", f"cat <<EOF\nx\n{CONFLICT}EOF\n"),
    ("here document", "a.rb", f"text = <<~'EOS'\nx\n{CONFLICT}EOS\n"),
    ("here document", "a.sh", f'cat << "EOF"\nx\n{CONFLICT}EOF\n'),
    ("here document", "a.sh", f"cat <<-\\EOF\nx\n{CONFLICT}EOF\n"),
    ("here document", "a.pl", f"print <<'EOS';\nx\n{CONFLICT}EOS\n"),
    ("here document", "a.pl", f"print << 'EOS';\nx\n{CONFLICT}EOS\n"),
    ("here document", "a.php", f"<?php\n$a = <<< 'EOS'\nx\n{CONFLICT}EOS;\n"),
    ("here document", "a.php", f"<?php\n$a = <<<EOS\nx\n{CONFLICT}EOS;\n"),
    ("here document", "a.tf", f"text = <<-EOT\nx\n{CONFLICT}EOT\n"),
    ("here document", "Dockerfile", f"FROM a\nRUN cat <<EOF > b\nx\n{CONFLICT}EOF\n"),
    ("string over lines", "a.rb", f"text = 'x\n{CONFLICT}'\n"),
    ("string over lines", "a.rs", f'let text = "\\\n{CONFLICT}";\n'),
    ("string over lines", "a.sql", f"INSERT INTO a VALUES ('\n{CONFLICT}');\n"),
    ("string over lines", "a.sh", f"text='\n{CONFLICT}'\n"),
    ("block in YAML", "a.yml", f"--- |\n{CONFLICT}"),
    ("string over lines", "CMakeLists.txt", f'set(TEXT "\n{CONFLICT}")\n'),
    ("string over lines", "a.rkt", f'#lang racket\n(define text "\n{CONFLICT}")\n'),
    ("raw string", "a.cpp", f'auto text = R"x(\n{CONFLICT})x";\n'),
    ("raw string", "a.rs", f'let text = r#"\n{CONFLICT}"#;\n'),
    ("pragma", "a.c", f"// langdetect: ignore\n{CONFLICT}"),
]

FIRES = [
    ("a.js", f"f();\n{EDIT}", 2),
    ("slides.tex", f"\\begin{{frame}}\n{CONFLICT}\\end{{frame}}\n", 2),
    ("a.csv", f"a,b\n{CONFLICT}", 2),
    ("xdiff.c", f"/* The words of a licence:\n{CONFLICT}*/\nint a;\n", 2),
    ("a.py", f"import os\n{CONFLICT}", 2),
    ("a.py", f'"""A module."""\n{CONFLICT}', 2),
    ("a.py", CONFLICT.replace("\n", "\r\n"), 1),
    ("a.py", "\ufeff" + DIFF3, 1),
    ("a.c", f"int x;\n\n{DIFF3}", 3),
    ("a.js", f"const a = `x`;\n{CONFLICT}", 2),
    ("a.sh", f"cat <<EOF\nx\nEOF\n{CONFLICT}", 4),
    ("a.json", '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> theirs\n}\n', 2),
    ("a.yml", "a: 1\n<<<<<<< Updated upstream\nb: 1\n=======\nb: 2\n>>>>>>> Stashed changes\n", 2),
    ("a.cpp", f"cout << value;\n{CONFLICT}", 2),
    ("a.c", f"#define A \\\n{CONFLICT}", 2),
    ("a.go", f'import (\n"fmt"\n{CONFLICT}', 3),
    ("a.js", f"call(\n{CONFLICT}", 2),
    ("a.v", f"`define A\n{CONFLICT}", 2),
    ("a.yml", f"text: |\n{CONFLICT}", 2),
    ("CMakeLists.txt", f"add_executable(a\n    main.c\n{CONFLICT}    b.c)\n", 3),
    ("a.rkt", f"#lang racket\n(define a '(\n  1\n{CONFLICT}))\n", 4),
    ("a.nim", f"proc a(\n{CONFLICT})\n", 2),
    ("a.php", f"<?php\n/**\n * What it is.\n{CONFLICT} */\nclass A {{}}\n", 4),
    ("a.rb", f"class << self\n  list << item\n{CONFLICT}", 3),
    ("a.rb", f"# it doesn't matter\n{CONFLICT}", 2),
    ("a.rb", f"x.call(a <<'--insecure')\n{CONFLICT}", 2),
    ("a.rb", f"text = <<~EOS\n  x\nEOS\n{CONFLICT}", 4),
    ("a.r", f"#' Crop a plot\n{CONFLICT}", 2),
    ("a.r", f"text = 'it'\n{CONFLICT}", 2),
    ("a.rs", f"fn name<'p>(a: &'p str) -> Cell<'p> {{\n    for<'this> x\n{CONFLICT}", 3),
    ("a.sql", f"INSERT INTO a VALUES ('''', 'it''s');\n-- don't\n{CONFLICT}", 3),
    ("a.html", f"<p>if there's more</p>\n{CONFLICT}", 2),
    ("a.php", f"<?php\n$a = <<<EOS\nx\nEOS;\n{CONFLICT}", 5),
    ("a.pl", f"print <<EOS;\nx\nEOS\n{CONFLICT}", 4),
    ("a.pl", f"my $a = 1 << b;\n{CONFLICT}", 2),
    ("Dockerfile", f"<<<<<<<< HEAD:a\nFROM a\n{CONFLICT}", 3),
    ("package-lock.json", '{"a": "`",\n' + CONFLICT, 2),
    ("requirements.txt", CONFLICT, 1),
    (".gitignore", "*.o\n" + CONFLICT, 2),
    ("gradle.properties", "a=1\n" + CONFLICT, 2),
    (".env", "A='\n" + CONFLICT, 2),
    ("brew.service", "[Unit]\n" + CONFLICT, 2),
    ("nginx.conf", CONFLICT, 1),
    # Words that are about merging, but not of tests; and parts of words.
    ("src/diff3.js", CONFLICT, 1),
    ("src/dispatch.py", CONFLICT, 1),
    ("src/resolvers/user.ts", CONFLICT, 1),
    ("tests/bookmarkers.json", CONFLICT, 1),
    ("tests/emergency/dispatcher.go", CONFLICT, 1),
    # Quotes that open nothing.
    ("a.js", f"s.replace(/`/g, '')\n{CONFLICT}", 2),
    ("a.ts", f"// quote with a ` character\n{CONFLICT}", 2),
    ("a.yaml", f"title: Rock 'n roll\n{CONFLICT}", 2),
    ("a.html", f'<p>5" disk</p>\n{CONFLICT}', 2),
    ("a.sh", f"x=$((1<<N))\n{CONFLICT}", 2),
    ("yarn.lock", CONFLICT, 1),
    # Documents.
    ("a.md", CONFLICT, 1),
    ("a.rst", f"Title\n=======\n\n{CONFLICT}", 4),
    ("a.adoc", CONFLICT, 1),
    ("a.md", "x\n=======\ny\n>>>>>>> branch\n", 4),
    ("notes.txt", "x\n<<<<<<< HEAD\n=======\n", 2),
    ("notes.txt", CONFLICT, 1),
    ("tests/README.md", CONFLICT, 1),
    ("COPYING", CONFLICT, 1),
    ("README.de", CONFLICT, 1),
    ("a.md", f"---\ntitle: a\n{CONFLICT}---\n", 3),
    ("a.md", f"```\na\n```\n\n{CONFLICT}", 5),
    ("a.md", "<<<<<<< HEAD\n```\na\n=======\n```\nb\n>>>>>>> branch\n```\n", 1),
    ("a.md", CONFLICT.replace("a = 1\n", ""), 1),
    # What is left of a conflict.
    ("a.js", "x()\n=======\n>>>>>>> branch\n", 3),
    ("a.js", "<<<<<<< HEAD\nx()\n=======\n", 1),
    ("a.js", "x()\n>>>>>>> Stashed changes\n", 2),
    ("a.c", "int x;\n>>>>>>> 0123abc (Add y)\n", 2),
    ("a.c", "int x;\n>>>>>>> 0123abc... Add y\n", 2),
    ("a.c", "int x;\n>>>>>>> origin/main:src/a.c\n", 2),
    ("a.css", "a { b: c }\n>>>>>>> theirs\n", 2),
    (".gitignore", "*.o\n>>>>>>> branch\n", 2),
    ("brew.tscn", f"[gd_scene]\n{CONFLICT}", 2),
    ("a.py", 'A = """\n"""\n>>>>>>> branch\n', 3),
    ("a.json", '{\n<<<<<<< HEAD\n=======\n  "a": 2\n}\n', 2),
    ("a.json", '{\n  "a": 1\n=======\n  "a": 2\n}\n', 3),
    ("a.toml", "a = 1\n=======\na = 2\n", 2),
    ("a.yaml", "a: 1\n=======\na: 2\n", 2),
    ("a.yaml", "- a\n>>>>>>> branch\n- b\n", 2),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str, found) -> None:
    assert found(path, content, {}) == []
    assert found(path, content) == []


@pytest.mark.parametrize("path, content, line", FIRES)
def test_fires(path: str, content: str, line: int, found) -> None:
    [evidence] = found(path, content, {})
    assert (evidence.rule, evidence.line) == ("LD005", line)


def test_attributes_excuse(found) -> None:
    assert found("a.c", CONFLICT, {"conflict-marker-size": "32"}) == []
    assert found("a.c", CONFLICT, {"linguist-language": "Markdown"}) == []
    assert found("a.c", CONFLICT, {"conflict-marker-size": "unspecified"})


def test_a_large_file_is_searched_where_its_line_numbers_are_known(found) -> None:
    filler = "int x;\n" * 200_000
    assert [one.line for one in found("a.c", "int y;\n" + CONFLICT + filler)] == [2]
    assert found("a.c", filler + CONFLICT) == []


def test_of_an_absolute_path_what_stands_above_says_nothing(found, tmp_path, monkeypatch) -> None:
    folder = tmp_path / "tests" / "merge-tool"
    folder.mkdir(parents=True)
    assert found(str(folder / "en.json"), CONFLICT) == []
    monkeypatch.chdir(folder)
    assert found(str(folder / "en.json"), CONFLICT)


@pytest.mark.parametrize("more", ["x = [" + "1, " * 90_000 + "]\n", "x = 'a'\n" * 70_000], ids=["values", "lines"])
def test_of_python_that_is_too_much_to_be_parsed_the_lexer_knows_the_strings(more: str, found) -> None:
    assert found("a.py", f'text = """\n{CONFLICT}"""\n{more}') == []
    assert len(found("a.py", f"{CONFLICT}{more}")) == 1


@pytest.mark.parametrize("path", ["a.json", "a.toml", "a.yaml"])
def test_only_the_first_rules_are_looked_at(path: str, found) -> None:
    """Each with all that stands above it: of 100,000 that would be 40 GB."""
    strings = "a: |\n" if path == "a.yaml" else '"""' if path == "a.toml" else "["
    assert len(found(path, f"{strings}\n" + "=======\n" * 100_000)) <= 1
