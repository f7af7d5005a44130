"""Our names beside GitHub Linguist's and identify's: each difference is taken over, or has its reason here.

A name that the network is never asked about, since it claims what the model does not know, differs from nobody: nothing
is reported. Nor is anything where a name claims less than it might; that is then decided by a row of the table of
names, or left here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from langdetect_hook.claims.names_table import NAMES
from langdetect_hook.languages import LANGUAGE_OF
from tests.bundled import claim_of, model_languages
from tests.claims.names_elsewhere import IDENTIFY, LINGUIST, Known, of_data_module, of_identify, read, written

# Ours -> what Linguist has names of its own for: dialects, templates, settings and documents of one program.
SAME_AS_LINGUISTS = {
    "Assembly": "Motorola 68K Assembly, Unix Assembly",
    "C": "X BitMap",
    "COOL": "Cool",
    "CSV": "TSV",
    "Cairo": "Cairo Zero",
    "Clojure": "edn",
    "CoffeeScript": "CSON",
    "Diff": "Darcs Patch",
    "Fortran": "Fortran Free Form",
    "Groovy": "Gradle",
    "HTML": (
        "ASP.NET, Antlers, Blade, Classic ASP, EJS, Ecmarkup, FreeMarker, Go Template, Groovy Server Pages, HTML+ECR, "
        "HTML+EEX, HTML+Razor, Java Server Pages, Latte, Liquid, Mako, Marko, Mustache, Nunjucks, Riot, Twig"
    ),
    "Haskell": "C2hs Haskell",
    "INI": "EditorConfig, Git Config, NPM Config",
    "JSON": "JSON with Comments, JSON5, JSONLD, Jupyter Notebook, OASv2-json, OASv3-json",
    "JavaScript": "Glimmer JS, JavaScript+ERB",
    "Kotlin": "Gradle Kotlin DSL",
    "Lean": "Lean 4",
    "Lua": "Luau, Xmake",
    "M4": "M4Sugar",
    "Markdown": "Literate CoffeeScript, RMarkdown",
    "Mathematica": "Wolfram Language",
    "Objective-C": "Objective-C++",
    "PHP": "HTML+PHP",
    "Perl": "Pod",
    "Property List": "OpenStep Property List",
    "Python": "Easybuild, Sage, Snakemake, Xonsh",
    "Raku": "Pod 6",
    "Roff": "Roff Manpage",
    "SQL": "PLSQL, PLpgSQL, SQLPL, TSQL",
    "Scheme": "Tree-sitter Query",
    "Shell": "Alpine Abuild, Gentoo Ebuild, Gentoo Eclass",
    "TypeScript": "Glimmer TS, TSX",
    "XML": "Ant Build System, COLLADA, Maven POM, XML Property List",
    "YAML": "OASv2-yaml, OASv3-yaml, Salt",
}
# Ours -> identify's tags, where they are not our name in lower case.
SAME_AS_IDENTIFYS = {
    "Batchfile": "batch",
    "BibTeX": "bib",
    "Gettext Catalog": "pofile",
    "HCL": "terraform",
    "HTML": "ejs, liquid, mustache, nunjucks, twig",
    "HTML+ERB": "erb",
    "JSON": "avro-schema",
    "Java Properties": "java-properties",
    "JavaScript": "jsx",
    "Lua": "luau",
    "Markdown": "quarto",
    "Protocol Buffer": "proto",
    "Pug": "jade",
    "Python": "scons",
    "RPM Spec": "spec",
    "RobotFramework": "robot",
    "Starlark": "bazel, tiltfile",
    "SystemVerilog": "system-verilog",
    "TypeScript": "ts, tsx",
    "Vim script": "vim",
    "Visual Basic .NET": "vb",
    "XML": "plist",
    "YAML": "salt",
    "reStructuredText": "rst",
}
# Languages that are listed for a name and would be reported under it: reason -> names.
REPORTED = {
    "Filterscript, of old Android's: no file of it is known": "x.fs",
}
# Names that claim nothing here, though the model knows all that they are said to be: reason -> names.
LEFT = {
    "a word, or a few letters, that many programs end names with": (
        "x._js x.ah1 x.ah2 x.aw x.bdy x.blade x.bones x.builds x.cats x.cl2 x.container x.ct x.cljs.hl x.cljscm x.db2 "
        "x.eb x.ect x.fnc x.fp x.frg x.fshader x.gmx x.gshader x.hic x.html.hl x.hzp x.ivy x.jslib x.jspre x.jss x.lmi "
        "x.network x.njs x.no x.pacscript x.pluginspec x.pyp x.rbuild x.rhistory x.sexp x.sjs x.spc x.story x.syntax "
        "x.tab x.tml x.tool x.tpb x.tps x.udf x.ux x.veo x.vhi x.vhs x.vrx x.vs x.vshader x.vw x.x68 x.xpy"
    ),
    "a program in any language, run by its first line": "x.cgi x.fcgi",
    "a copy that was put aside": "Cargo.toml.orig",
    "a template of anything": "x.gotmpl x.tmpl _helpers.tpl x.erb.deface",
    "a full name that is an everyday word, or known to few": (
        "9fs DEPS Jarfile Modulefile Notebook Phakefile Rexfile .viper .Rapp.history ack contents.lr "
        "cshrc eqnrc expr-dist login man mcmod.info mmn mmt owh profile starfield troffrc troffrc-end vlcrc "
    ),
    "a file without a name before its dot": ".php",
    "documents and lists of words": (
        "CITATION CITATIONS FONTLOG click.me delete.me keep.me package.mask package.use.mask "
        "package.use.stable.mask read.me readme.1st test.me use.mask use.stable.mask"
    ),
    "a language that the model knows in another form": "x.chs x.linq x.sagews",
    "a part of a makefile, or a module that is named after one": "Makefile.boot",
    "also sections of troff's manual pages": "x.1in x.3in",
}

Same = dict[str, str]


def turned(table: Same) -> Same:
    """Their name -> ours."""
    return {theirs: ours for ours, names in table.items() for theirs in names.split(", ")}


LINGUISTS = turned(SAME_AS_LINGUISTS)
IDENTIFYS = turned(SAME_AS_IDENTIFYS) | {name.lower().replace(" ", "-"): name for name in LANGUAGE_OF if name != "Text"}


def in_linguist(row: Known) -> set[str]:
    """What Linguist's row says, as we call it."""
    return {LINGUISTS.get(row.language, row.language)}


def in_identify(row: Known) -> set[str]:
    """The languages among identify's tags."""
    return {IDENTIFYS[tag] for tag in row.language.split(",") if tag in IDENTIFYS}


def by_name(rows: Iterable[Known], languages_in: Callable[[Known], set[str]]) -> dict[str, set[str]]:
    """Name of a file -> the languages that it may be in. An extension stands for `x` with it."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for name in (*("x" + extension for extension in row.extensions), *row.names):
            found.setdefault(name, set()).update(languages_in(row))
    return found


OF_LINGUIST = by_name(read(LINGUIST), in_linguist)
OF_IDENTIFY = by_name(read(IDENTIFY), in_identify)


def foreign(name: str, languages: set[str]) -> set[str]:
    """The languages that would be reported under a name: of those that the model does not know, where the name is held
    against all that it does."""
    claim = claim_of(name)
    fine = {*claim.accepts, *claim.languages}
    tolerant = 2 * len(claim.accepts) > len(model_languages())
    asked = languages & model_languages() if tolerant else languages
    return {one for one in asked - fine if not claim.inner_claims([one])} if claim.covered else set()


def is_left(name: str, languages: set[str]) -> bool:
    """Whether a name claims nothing, without a row that says why, though the model knows all that it may be."""
    patterns = {"*" + name[1:], "*" + name[1:].lower(), name, name.lower(), name.partition(".")[0] + ".*"}
    return bool(languages) and not claim_of(name) and languages <= LANGUAGE_OF.keys() and not patterns & NAMES.keys()


def named(table: Same) -> set[str]:
    return {name for names in table.values() for name in names.split()}


def test_what_would_be_reported() -> None:
    assert foreign("x.workbook", {"Ada", "Markdown"}) == {"Ada"}
    assert not foreign("x.unknown", {"Ada"})
    assert not foreign("x.erb", {"Ada"})
    assert is_left("x.unknown", {"Ada"})
    assert not is_left("x.unknown", {"Ada", "Turing"})
    assert not is_left("x.log", {"Ada"})


def test_nothing_that_linguist_lists_is_reported() -> None:
    assert {name for name, languages in OF_LINGUIST.items() if foreign(name, languages)} == named(REPORTED)


def test_nothing_that_identify_knows_is_reported() -> None:
    """Of identify's tags one is enough: a `.tsx` is JSX as well."""
    reported = {name: languages for name, languages in OF_IDENTIFY.items() if foreign(name, languages) == languages}
    assert {name: languages for name, languages in reported.items() if languages} == {}


def test_every_name_is_claimed_or_has_a_reason_not_to_be() -> None:
    both = {name: OF_LINGUIST.get(name, set()) | OF_IDENTIFY.get(name, set()) for name in {*OF_LINGUIST, *OF_IDENTIFY}}
    assert {name for name, languages in both.items() if is_left(name, languages)} == named(LEFT)


def test_the_tables_of_languages_are_of_use() -> None:
    rows = {row.language for row in read(LINGUIST)}
    assert LINGUISTS.keys() <= rows - LANGUAGE_OF.keys()
    tags = {tag for row in read(IDENTIFY) for tag in row.language.split(",")}
    assert set(turned(SAME_AS_IDENTIFYS)) <= tags
    assert list(SAME_AS_LINGUISTS) == sorted(SAME_AS_LINGUISTS)
    assert list(SAME_AS_IDENTIFYS) == sorted(SAME_AS_IDENTIFYS)


def test_each_copy_says_what_it_is_of() -> None:
    for table in (LINGUIST, IDENTIFY):
        text = table.read_text(encoding="utf-8")
        first = text.partition("\n")[0]
        assert "(MIT)" in first and any(word[0].isdigit() for word in first.split())
        assert written(first, read(table)) == text


MODULE = """\
export default {
  name: 'Brew\\'s Language',
  type: 'data',
  extensions: ['.brew', '.cup'],
  filenames: [
    'Brewfile',
  ],
  interpreters: ['brew'],
}
"""
TAGS = """\
EXTENSIONS = {'brew': {'text', 'brew'}, 'bru': {'text', 'brew'}}
EXTENSIONS_NEED_BINARY_CHECK = {'mug': {'mug'}}
NAMES = {'.brewrc': EXTENSIONS['brew'], '.cuprc': EXTENSIONS['brew'] | {'cuprc'}}
"""


def test_a_module_of_the_npm_package_is_read_not_run() -> None:
    assert of_data_module(MODULE) == Known("Brew's Language", (".brew", ".cup"), ("Brewfile",))
    assert of_data_module("export default {\n  name: 'Brew',\n}\n") == Known("Brew", (), ())


def test_tags_are_read_not_run() -> None:
    assert sorted(of_identify(TAGS)) == [
        Known("brew,cuprc,text", (), (".cuprc",)),
        Known("brew,text", (".brew", ".bru"), (".brewrc",)),
        Known("mug", (".mug",), ()),
    ]
