from __future__ import annotations

import pytest

TRACEBACK = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nKeyError: 1\n'
STYLE = "<style>\na { color: red; }\n</style>\n"
SCRIPT = "<script>\nf();\n</script>\n"
PATCHED = "def f(a):\n-    return a\n+    return a + 1\n"

SILENT = [
    (
        "methods of Objective-C++",
        "Cup_Private.hpp",
        "@interface Cup ()\n- (instancetype)initWithSize:(Size)size;\n+ (instancetype)cupWithSize:(Size)size;\n@end\n",
    ),
    ("documentation", "a.md", TRACEBACK),
    ("documentation", "a.txt", TRACEBACK),
    ("no claim", "a", TRACEBACK),
    ("no claim", "a.log", TRACEBACK),
    ("a template", "a.json.j2", TRACEBACK),
    ("what a test expects", "tests/a.json", TRACEBACK),
    ("what was printed", "logs/a.json", TRACEBACK),
    ("words of a traceback further down", "a.py", f'A = """\n{TRACEBACK}"""\n'),
    ("a traceback in a comment", "a.py", f"# {TRACEBACK}"),
    ("words of a traceback, and no file", "a.yaml", "Traceback (most recent call last): none\n"),
    ("an amount", "a.csv", "$ a,b\n$ 1,2\n"),
    ("a variable", "a.pl", "$ a = 1;\n"),
    ("an address", "a.yaml", "a@b.org: c\n"),
    ("a decorator", "a.py", "@a.b\ndef c(): pass\n"),
    ("a key that is called make", "a.yaml", "make: all\n"),
    ("a key that is called npm", "a.yaml", "npm: 1\n"),
    ("a command", "a.sh", "make all\nnpm install\n"),
    ("a script that begins with a path", "a.bat", "C:\\tools\\run.exe\n"),
    ("doctest in a string", "a.py", '"""\n>>> f()\n"""\n'),
    ("a page", "a.html", STYLE),
    ("a component", "a.vue", SCRIPT),
    ("a template of a script", "a.js", "<script>\nvar a = {{ value }};\n</script>\n"),
    ("a script that a server runs", "a.js", "<script runat='server'>\nf();\n</script>\n"),
    ("markup in code", "a.js", "<script>{a}</script>;\n"),
    ("a tag that is not the whole", "a.css", f"{STYLE}b {{ color: red; }}\n"),
    ("a patch", "a.patch", PATCHED),
    ("a patch under a name of its folder", "debian/patches/a.py", PATCHED),
    ("a patch in a string", "a.py", f'A = """\n{PATCHED}"""\n'),
    ("a patch in a string", "a.js", "const a = `\n-let b = 1;\n+let b = 2;\n`\n"),
    ("a patch in a comment", "a.c", "/*\n-int a;\n+int b;\n*/\n"),
    ("a patch in a string of TOML", "a.toml", "a = '''\n-b = 1\n+b = 2\n'''\n"),
    ("terms of a sum", "a.js", "const a = b\n- c\n+ d\n"),
    ("terms of a sum", "a.py", "a = (\nb\n- c\n+ d\n)\n"),
    ("methods", "a.m", "-(void)a;\n+(id)b;\n"),
    ("methods", "a.h", "-(void)a;\n+(id)b;\n"),
    ("counting", "a.c", "--a;\n++b;\n"),
    ("other keys", "a.yaml", "- a: 1\n+ b: 2\n"),
    ("no Python, with or without it", "a.py", "def f(:\n-    a\n+    b\n"),
    ("a program's output", "a.bat", "C:\\tools\\brew.exe cups >log.txt\nexit\n"),
    ("a program's output", "a.cmd", "D:\\tools\\brew >nul\n"),
    ("a comment of Nastran", "a.bdf", "$ the wing\nGRID,1,,0.,0.,0.\n"),
    ("a directive of COBOL", "a.cbl", '      $ SET SOURCEFORMAT"FREE"\n       IDENTIFICATION DIVISION.\n'),
    ("a command of VMS", "a.dcl", "$ SET NOON\n$ RUN BREW\n"),
    ("a name in assembler", "a.asm", "$ equ 1\n"),
    ("what Python printed", "a.pytb", TRACEBACK),
    ("a piece of a page", "_includes/analytics.js", SCRIPT),
    ("a piece of a page", "layouts/partials/cups.css", STYLE),
    ("settings of Unreal", "Config/DefaultEngine.ini", '[Core.System]\n-Paths="a"\n+Paths="b"\n'),
    ("settings of Unreal", "a.ini", "[/Script/Engine.InputSettings]\n-Axis=(A)\n+Axis=(B)\n"),
    ("pragma", "a.json", f"# langdetect: ignore\n{TRACEBACK}"),
]

# path, text, line, what is seen
FIRES = [
    ("a.json", TRACEBACK, 1, "a traceback of Python"),
    ("a.json", f"\n\n{TRACEBACK}", 3, "a traceback of Python"),
    ("a.py", TRACEBACK.replace("\n", "\r\n"), 1, "a traceback of Python"),
    ("a.csv", "\ufeff" + TRACEBACK, 1, "a traceback of Python"),
    ("a.json", "node:internal/modules/cjs/loader:1143\n  throw err;\n", 1, "an error of Node.js"),
    ("a.json", 'Exception in thread "main" a.b.CException: d\n\tat e.f(G.java:1)\n', 1, "an exception of Java"),
    ("a.json", "npm ERR! code E404\n", 1, "an error of npm"),
    ("a.json", "npm error code E404\n", 1, "an error of npm"),
    ("a.json", "bash: jq: command not found\n", 1, "an error of a shell"),
    ("a.yaml", "/bin/sh: 1: yq: not found\n".removeprefix("/bin/"), 1, "an error of a shell"),
    ("a.json", "fatal: not a git repository (or any of the parent directories): .git\n", 1, "an error of git"),
    ("a.yaml", "make: *** [Makefile:2: all] Error 1\n", 1, "what make printed"),
    (
        "a.sql",
        "mysqldump: [Warning] Using a password ...\nCREATE TABLE a (b int);\n",
        1,
        "what a database's program printed",
    ),
    ("a.json", "$ cat a.json\n{}\n", 1, "a session at a prompt"),
    ("a.py", "ana@host:~/a$ python a.py\n", 1, "a session at a prompt"),
    ("a.py", "(venv) ana@host:/srv/a# python a.py\n", 1, "a session at a prompt"),
    ("a.sh", "[ana@host a]$ ls\n", 1, "a session at a prompt"),
    ("a.py", "PS C:\\a> python a.py\n", 1, "a session at a prompt"),
    ("a.py", "C:\\a>python a.py\n", 1, "a session at a prompt"),
    ("a.py", ">>> a = 1\n>>> a\n1\n", 1, "a session at a prompt"),
    (".gitignore", "$ cat .gitignore\n*.o\n", 1, "a session at a prompt"),
    ("a.css", STYLE, 1, "a style sheet within <style>"),
    ("a.scss", f"\n{STYLE}\n", 1, "a style sheet within <style>"),
    ("a.js", SCRIPT, 1, "a script within <script>"),
    ("a.ts", '<script type="module">\nf();\n</script>\n', 1, "a script within <script>"),
    ("a.py", PATCHED, 2, "lines of a patch"),
    ("a.py", "def f(a):\n     b = a\n-    return a\n+    return b\n \n \n", 3, "lines of a patch"),
    ("a.json", '{\n-  "a": 1,\n+  "a": 2,\n  "b": 3\n}\n', 2, "lines of a patch"),
    ("a.yaml", "a:\n-  b: 1\n+  b: 2\n", 2, "lines of a patch"),
    ("a.toml", "[a]\n-b = 1\n+b = 2\n", 2, "lines of a patch"),
    ("a.js", "f();\n-  const a = 1\n+  const a = 2\n", 2, "lines of a patch"),
    ("a.c", "int a;\n-  f(a);\n-  g(a);\n+  h(a);\n", 2, "lines of a patch"),
    ("a.go", "package a\n\n@@ -1,2 +1,2 @@ func f() {\n \tb()\n-\tc()\n+\td()\n", 3, "lines of a patch"),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str, found) -> None:
    assert [one for one in found(path, content, {}) if one.rule == "LD011"] == []


@pytest.mark.parametrize("path, content, line, seen", FIRES)
def test_fires(path: str, content: str, line: int, seen: str, found) -> None:
    [evidence] = found(path, content, {})
    assert (evidence.rule, evidence.line, evidence.seen) == ("LD011", line, f"looks like {seen}")
    assert evidence.advice
