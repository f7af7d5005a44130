"""How often names are met: one of the quantities by which the decision is made.

By Bayes' rule the odds that a suspicion must overcome grow with the number of healthy files that bear the name. A
mistake about .js is seen in every repository, one about .adb by few people, and accidents don't follow these numbers.
The numbers are files of 25,000 among 199,659 of the development set of tests/benchmarks/healthy_projects.toml.
"""

from __future__ import annotations

# JavaScript 3,685, C 2,924, C++ 2,238, Python 1,972, TypeScript 1,658.
EVERYWHERE = frozenset({"C", "C++", "JavaScript", "Python", "TypeScript"})
# The others with more than 50 (XML 727, Java 641, HTML 481 … Meson 62), and those as common in ecosystems other than
# the three registries': Ruby, C#, Swift and their like.
COMMON = frozenset(
    {
        "Assembly",
        "C#",
        "CMake",
        "CSS",
        "Dart",
        "Diff",
        "Dockerfile",
        "Gettext Catalog",
        "Go",
        "HTML",
        "Haskell",
        "INI",
        "JSON",
        "Java",
        "Jinja",
        "Kotlin",
        "Lua",
        "M4",
        "Makefile",
        "Markdown",
        "Meson",
        "Objective-C",
        "PHP",
        "Perl",
        "R",
        "Ruby",
        "Rust",
        "SCSS",
        "SQL",
        "SVG",
        "Scala",
        "Shell",
        "Swift",
        "TOML",
        "Vue",
        "XML",
        "YAML",
        "reStructuredText",
    }
)

RARE_NAME, COMMON_NAME, EVERYWHERE_NAME = range(3)


def prevalence_of(language: str, known: bool) -> int:
    """How often the names of `language` are met, see Label.prevalence; one that is not `known` to the table is its
    user's own, and common there."""
    if language in EVERYWHERE:
        return EVERYWHERE_NAME
    return COMMON_NAME if language in COMMON or not known else RARE_NAME
