"""Which names people and programs give to new files: under these, wrong content is more likely an accident than a
custom.

Every language has one common name or a few, and uncommon ones that hardly anybody gives any more (`.htm`, `.mdwn`,
`.HTML`). Accidents happen to common names; files with uncommon ones are more often in the format of some other program.
In the twelfth draw of healthy projects (tests/benchmarks/README.md) two files in a hundred had uncommon names, and 40
of the 47 false alarms.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim

# Common besides the languages' primary names and all names that are matched whole (Makefile, setup.cfg). Of the names
# Makefile.words only these: a script that a makefile runs or is made from may have one.
_COMMON = """
.1 .2 .3 .4 .5 .6 .7 .8 .Rmd .ads .aidl .anim .arb .asciidoc .asd .asmdef .asset .astro .avsc .bash .bats .bazel
.bbappend .bbclass .bibtex .bicepparam .bzl .c++ .cabal .cc .cer .cff .cfg .cjs .cljc .cljs .cnf .conf .config
.containerfile .controller .cppm .crt .csproj .csr .cts .cu .cuh .cxx .d.cts .d.mts .d.ts .desktop .diff .dockerfile
.dot .dproj .dtsi .edn .entitlements .eps .erb .exs .f .f95 .fsi .fsproj .fsx .gemspec .geojson .glade .gpr .gpx .gql
.gradle .gyp .gypi .h .h.in .handlebars .har .hcl .hh .hjson .hlsli .hocon .hpp .hrl .hs-boot .http .hxx .import .ino
.ipp .ipynb .j2 .jenkinsfile .jinja2 .json5 .jsonc .jsonl .jspf .jsx .kdl .key .kicad_mod .kicad_pcb .kicad_sch .kml
.kts .launch .lds .libsonnet .m3u .m3u8 .markdown .mat .md5 .mdx .mermaid .meta .mjs .mk .mli .mm .mtl .mts .mustache
.nasm .natvis .ndjson .nimble .nims .ninja .nsh .nuspec .obj .opam .pbtxt .pbxproj .pc .perl .pgsql .phtml .plantuml
.plist .pm .pot .prefab .props .ps .psd1 .psgi .psm1 .pub .pxd .pyi .pyproj .pyw .qmd .qrc .r .rake .repo .resx .rmd
.rockspec .rq .s .sbt .service .sha1 .sha256 .sha512 .sln .slnx .socket .stl .storyboard .strings .stringsdict
.svelte.js .svelte.ts .svh .swiftinterface .tcc .tfstate .tfvars .timer .topojson .tpp .tres .tscn .tsv .tsx .unity
.vapi .vbproj .vcproj .vcxproj .vert .vh .vhd .wast .webmanifest .wsdl .wxs .xaml .xcconfig .xcscheme .xcstrings .xib
.xsd .xsl .yar .yara .yml .zon .zsh
Makefile.am Makefile.common Makefile.config Makefile.defs Makefile.gnu Makefile.in Makefile.inc Makefile.include
Makefile.linux Makefile.local Makefile.rules Makefile.unix Makefile.win Makefile.win32
"""
_VARIANT = "Makefile."


def is_common(claim: Claim) -> bool:
    """Whether the name that made a claim is common, or whoever gives it has told us what it claims."""
    from langdetect_hook.claims import CONFIGURED, OWN_LANGUAGE
    from langdetect_hook.languages import LANGUAGES

    if claim.reason in (CONFIGURED, OWN_LANGUAGE):
        return True
    is_variant = claim.pattern.startswith(_VARIANT) and "Makefile" in claim.languages
    if claim.path.replace("\\", "/").rpartition("/")[2] == claim.pattern and not is_variant:
        return True
    if _inner_claims_another(claim):
        return False
    without_template = "." + claim.pattern[1:].partition(".")[0]
    common = {*_COMMON.split(), *(language.primary for language in LANGUAGES)}
    return claim.pattern in common or without_template in common


def _inner_claims_another(claim: Claim) -> bool:
    """Whether a suffix further in claims something else: tests.s.cs has to do with a file of assembler."""
    path = claim.path
    inner = claim.table.of(path[: -len(claim.pattern)] if path.endswith(claim.pattern) else "")
    has_suffix = inner.pattern.startswith(".")  # build.gradle.kts is no BUILD
    return has_suffix and inner.covered and inner.accepts.isdisjoint(claim.languages)
