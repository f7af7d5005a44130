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
.ads .asciidoc .asd .astro .avsc .bash .bats .bazel .bbappend .bbclass .bibtex .bicepparam .bzl .c++ .cc .cff .cjs
.cljc .cljs .containerfile .cppm .csproj .cts .cu .cuh .cxx .d.cts .d.mts .d.ts .diff .dockerfile .dot .dtsi .edn .eps
.erb .exs .f .f95 .fsi .fsproj .fsx .gemspec .geojson .glade .gpr .gpx .gql .gradle .gyp .gypi .h .h.in .handlebars
.har .hcl .hh .hlsli .hpp .hrl .hs-boot .hxx .ino .ipp .ipynb .j2 .jenkinsfile .jinja2 .json5 .jsonc .jsonl .jspf .jsx
.kml .kts .lds .libsonnet .markdown .mdx .mermaid .mjs .mk .mli .mm .mts .mustache .nasm .ndjson .nimble .nims .nsh
.nuspec .pbtxt .perl .pgsql .phtml .plantuml .plist .pm .pot .ps .psd1 .psgi .psm1 .pxd .pyi .pyw .qmd .qrc .r .rake
.resx .Rmd .rmd .rockspec .rq .s .sbt .storyboard .svh .swiftinterface .tcc .tfstate .tfvars .topojson .tpp .tsv .tsx
.vapi .vbproj .vcproj .vcxproj .vert .vh .vhd .wast .webmanifest .wsdl .wxs .xaml .xib .xsd .xsl .yar .yara .yml .zon
.zsh
Makefile.am Makefile.common Makefile.config Makefile.defs Makefile.gnu Makefile.in Makefile.inc Makefile.include
Makefile.linux Makefile.local Makefile.rules Makefile.unix Makefile.win Makefile.win32
"""
_VARIANT = "Makefile."


def is_common(claim: Claim) -> bool:
    """Whether the name that made a claim is common, or claims one of a user's own languages."""
    from langdetect_hook.claims import OWN_LANGUAGE
    from langdetect_hook.languages import LANGUAGES

    if claim.reason == OWN_LANGUAGE:
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
    return inner.covered and inner.accepts.isdisjoint(claim.languages)
