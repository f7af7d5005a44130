"""Which names people and programs give to new files: where a wrong content is more likely an accident than a custom.

Every language has one usual name or a few, and others that hardly anybody gives any more (`.htm`, `.mdwn`, `.HTML`).
Accidents happen to the former; of the latter, more files are in a format of some other program. In the twelfth draw of
healthy projects (tests/benchmarks/README.md) two files in a hundred had such names, and 40 of the 47 false alarms.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claim import Claim

# Besides the languages' primary names and all names that are matched whole (Makefile, setup.cfg).
_USUAL = """
.ads .asd .astro .bash .bats .bazel .bzl .c++ .cc .cjs .cljc .cljs .csproj .cts .cu .cuh .cxx .d.cts .d.mts .d.ts
.diff .dockerfile .edn .erb .exs .f .f95 .fsx .gemspec .geojson .glade .gql .gradle .h .h.in .hcl .hh .hpp .hrl .hxx
.ino .ipynb .j2 .jinja2 .json5 .jsonc .jsonl .jspf .jsx .kts .markdown .mdx .mjs .mk .mli .mm .mts .mustache .ndjson
.nimble .nuspec .plist .pm .pot .ps .psd1 .psm1 .pxd .pyi .pyw .qmd .qrc .r .rake .resx .Rmd .rmd .s .sbt .svh .tfvars
.tsv .tsx .vapi .vcproj .vcxproj .vert .vh .wast .webmanifest .xaml .xsd .xsl .yml .zsh
"""


def is_usual(path: str, claim: Claim) -> bool:
    """Whether the name that made a claim is in general use, or claims one of a user's own languages."""
    from langdetect_hook.claim import OWN_LANGUAGE
    from langdetect_hook.languages import LANGUAGES

    if claim.reason == OWN_LANGUAGE or path.replace("\\", "/").rpartition("/")[2] == claim.pattern:
        return True
    if _inner_claims_another(path, claim):
        return False
    without_template = "." + claim.pattern[1:].partition(".")[0]
    usual = {*_USUAL.split(), *(language.primary for language in LANGUAGES)}
    return claim.pattern in usual or without_template in usual


def _inner_claims_another(path: str, claim: Claim) -> bool:
    """Whether a suffix further in claims something else: tests.s.cs has to do with a file of assembler."""
    from langdetect_hook.claim import claim_of

    inner = claim_of(path[: -len(claim.pattern)]) if path.endswith(claim.pattern) else None
    return inner is not None and inner.covered and inner.accepts.isdisjoint(claim.languages)
