"""Pages, templates of pages, and other languages of tags in angle brackets."""

from __future__ import annotations

from langdetect_hook.languages.comments import ANGLES, HASHES, HEAD_IN_TOML, HEAD_OF_A_PAGE, SCRIPT_AND_PAGE, SLASHES
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import OF_A_PAGE
from langdetect_hook.languages.traits import (
    DOCUMENTATION,
    HOLDS_ANYTHING,
    IN_SCRIPTS,
    LONG_LINES,
    PAGE,
    PREPROCESSED,
    QUOTES_NAMES,
    SHORT_STRINGS,
    TEMPLATE,
    TEMPLATE_LIKE,
    XML,
)

_OF_PHP = r"<\?|\?>|\$[A-Za-z_]|->\w|=>|::|^[ \t]*(?:use|namespace|function|public|private|protected|class|return)\b"
# What a component of markup, script and style shows of itself.
_OF_COMPONENTS = r"^[ \t]*</?(?:script|style|template)\b"
# The same, at the margin: a whole block of one.
# What was passed over stands in a group, or each tag that opens one would be asked for the end of its own.
_BLOCK_OF_A_COMPONENT = (
    r"\A(?=(?P<above>[\s\S]*?^<(?:script|style|template|i18n)\b[^>]{0,500}>[ \t]*$))(?P=above)"
    r"[\s\S]*?^</(?:script|style|template|i18n)>"
)
# Svelte's own tags.
_TAG_OF_SVELTE = (
    r"(?<![{$])\{[ \t]*(?:#(?:await|each|if|key|snippet)\b|:(?:catch|else|then)\b"
    r"|/(?:await|each|if|key|snippet)[ \t]*\}|@(?:attach|const|debug|html|render)\b)"
    r"|<svelte:[a-z]|\{\.\.\.\$\$(?:props|restProps)\}"
)
# What may stand before the root of an XML document, and its declaration with that.
_BEFORE_A_ROOT = r"(?:\s|<!--(?:[^-]|-(?!->))*-->|<\?[^>]*\?>|<!DOCTYPE\b[^>\[]*(?:\[[^\]]*\]\s*)?>)*"
_DECLARED = r"\A\s*(<\?xml)\s[^>]*\?>" + _BEFORE_A_ROOT

ENTRIES = (
    Language(
        "Astro",
        "",
        ".astro",
        accepts="CSS, HTML, Handlebars, JavaScript, Jinja, MDX, Markdown, SCSS, SVG, Svelte, TypeScript, Vue",
        why="a component of script, markup and style",
        comments=(ANGLES,),
        traits=(PAGE,),
        sign=r"^---[ \t]*$|</?[a-z]",
        told_apart=(
            Construct(
                "JavaScript, TypeScript",
                r"^---[ \t]*$|^[ \t]*<(?:Fragment|[A-Z]\w*Layout|html|script|slot|style)\b",
                why="modules of an Astro project",
            ),
        ),
        passes_for=(
            Construct(
                "CSS, HTML, JavaScript, SCSS, TypeScript",
                (
                    r"^---[ \t]*$|\bAstro\.\w|</?[A-Z]\w*|=\{|\{[\w.]+\}|\{\.\.\.|\b(?:class:list|is:\w+"
                    r"|set:\w+|client:\w+|define:vars)"
                    r"|^import[^\n]*\.astro['\"]|\{\w[\w.]*\.map\("
                ),
                why="a component has a script and a style",
            ),
        ),
    ),
    Language(
        "HTML",
        "html",
        ".html",
        accepts="Astro, HTML+ERB, Handlebars, Jinja, SVG, Svelte, Vue, XML",
        why="pages with marks, and the front matter of site generators",
        comments=(ANGLES,),
        traits=(IN_SCRIPTS, LONG_LINES, PAGE, PREPROCESSED, QUOTES_NAMES),
        editor_names="htmldjango",
        parser="html",
        embeds=OF_A_PAGE,
        sign=(
            r"<(?:!doctype|/?(?:html|head|body|div|p|a|b|i|span|table|tr|td|ul|li|script|style|h[1-6]|br|hr|img|form"
            r"|input|meta|link|title|pre|code|section|svg|font|center|dl|dt)\b)"
        ),
        mark=r"(?i:\A\s*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|ul)\b)|(?i:(?:<br ?/?>[^<\n]{0,300}){6})",
        mark_shared_by=(PAGE, "Markdown"),
        passes_for=(Construct("*", r"</?[A-Za-z!]|/?>", why="scripts and styles stand in pages"),),
        opens=rf"\A(?:\s|<!--(?:[^-]|-(?!->))*-->)*(<(?:!(?i:doctype)\s+(?i:html)|(?i:html))\b)|{_DECLARED}<(?i:html)\b",
        # Components of Mason are Perl around a page; tags of Template Toolkit may have any name; a script may be a page
        # as well, in a comment.
        holds=(
            f"{SCRIPT_AND_PAGE}|{HEAD_IN_TOML}|{HEAD_OF_A_PAGE}"
            r"|<\?(?!(?:php|xml)\b)[a-z]\w+\s"
            r"|<%(?:INIT|ARGS|PERL|ONCE|init|args|perl|once)>|<&\|? ?[\w/$]"
        ),
    ),
    Language(
        "HTML+ERB",
        "rhtml",
        ".html.erb",
        spoken="HTML with ERB",
        accepts="CSS, HTML, Handlebars, JavaScript, Jinja, Ruby, SVG, Svelte, Vue, XML",
        why="a page with Ruby in it",
        traits=(PAGE, TEMPLATE),
        editor_names="eruby",
        sign=r"<%",
        passes_for=(
            Construct("HTML", r"<%|%>", why="a part without Ruby is a page"),
            Construct("*", r"<%|%>|</?[A-Za-z!]", why="scripts and styles stand in pages"),
        ),
    ),
    Language(
        "Handlebars",
        "handlebars",
        ".hbs",
        accepts=(
            "CSS, HTML, HTML+ERB, JSON, JavaScript, Jinja, Markdown, SVG, Svelte, Text, TypeScript, Vue, XML, YAML"
        ),
        why="a template of a page, or of what a code generator writes",
        traits=(HOLDS_ANYTHING, PAGE, TEMPLATE),
        sign=r"\{\{|<",
        told_apart=(
            Construct(
                "HTML",
                r"\{\{~?[#/](?:each|if|unless|with)\b|\{\{~?#?>[ \t]*[\w./\"'(@-]",
                why="a page with few marks in it is mostly a page",
                decisive=True,
            ),
        ),
        passes_for=(
            Construct("HTML", r"\{\{|\}\}", why="a part without marks is a page"),
            Construct("*", r"\{\{|\}\}|</?[A-Za-z!]", why="a part without marks is what the template makes"),
        ),
    ),
    Language(
        "Jinja",
        "jinja",
        ".jinja",
        spoken="a Jinja template",
        accepts="*",
        why="a Jinja template wraps any format",
        traits=(HOLDS_ANYTHING, PAGE, PREPROCESSED, TEMPLATE),
        editor_names="htmldjango jinja2",
        sign=r"\{[{%#]",
        passes_for=(Construct("*", r"\{[{%#]|[}%#]\}", why="a part without marks is what the template makes"),),
    ),
    Language(
        "PHP",
        "php",
        ".php",
        accepts="CSS, HTML, JavaScript, Jinja, SVG, XML",
        why="a PHP page is mostly HTML",
        comments=(ANGLES, HASHES),
        traits=(PAGE,),
        here_document=r"(?<!<)<<<[ \t]*(['\"]?)([A-Za-z_]\w*)\1",
        # <?cs and the like are other engines' tags.
        sign=r"<\?(?:php\b|=|\s)",
        opens=r"\A\s*(<\?php)\b",
        # Or a page without any PHP yet, which shows something in its own lines.
        holds=r"<\?(?:php|=)|<(?:code|pre)\b[^>\n]*>",
        passes_for=(
            Construct("HTML", _OF_PHP, why="a page stands between the parts of a program"),
            Construct(
                "*", rf"{_OF_PHP}|</?[A-Za-z!]|[;{{}}]", why="prose and scripts stand between the parts of a program"
            ),
        ),
    ),
    Language(
        "Pug",
        "pug",
        ".pug",
        accepts="HTML",
        why="tags may be written out",
        comments=(SLASHES,),
        traits=(PAGE, TEMPLATE_LIKE),
        editor_names="jade",
        sign=(
            r"^[ \t]*(?:[-+=|.#!]|(?:append|block|case|doctype|each|extends|if|include|mixin|prepend|unless)\b"
            r"|[a-z]\w*[(.#=:]"
            r"|(?:a|article|body|button|div|footer|form|h[1-6]|head|header|html|img|input|label|li|link"
            r"|main|meta|nav|ol|p|script"
            r"|section|span|style|table|tbody|td|th|thead|title|tr|ul)\b)"
        ),
        holds=r"^[ \t]*(?:script|style)\b[^\n]*\.[ \t]*$|^[ \t]*:[a-z][\w-]*",
    ),
    Language(
        "SVG",
        "",
        ".svg",
        accepts="XML, XSLT",
        why="an XML vocabulary",
        comments=(ANGLES,),
        traits=(IN_SCRIPTS, LONG_LINES, SHORT_STRINGS, XML),
        editor_names="xml",
        parser="svg",
        sign=r"<",
        mark=r"<svg[\s>]",
        passes_for=(
            Construct(
                "XML",
                (
                    r"<(?:svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|defs|use|\w+Gradient|stop"
                    r"|clipPath|mask)\b"
                ),
                why="metadata and data of editors",
            ),
        ),
        opens=rf"{_DECLARED}<(?:\w+:)?svg[\s>]|\A\s*(<!DOCTYPE svg)\b",
    ),
    Language(
        "Svelte",
        "",
        ".svelte",
        accepts="HTML, Handlebars, Jinja, SVG",
        why="markup with marks, for the most part",
        comments=(ANGLES,),
        traits=(PAGE,),
        sign=r"<script|<style|<svelte:|\{[#/:@][a-z]",
        mark=rf"{_TAG_OF_SVELTE}|{_BLOCK_OF_A_COMPONENT}",
        mark_shared_by=(DOCUMENTATION, PAGE, XML),
        # Qute has `{#if a}` and `{@a.b.Type name}` as well.
        opens=(
            r"\A(?:\s|<!--(?:[^-]|-(?!->))*-->)*"
            r"(<svelte:\w+|\{@(?:attach|const|debug|html|render)\s|\{#(?:key|snippet)\s"
            r"|<script\s+(?:context=.)?module\b)"
        ),
        told_apart=(
            Construct(
                "Vue",
                r"\{[#/:@](?:if|each|await|key|html|snippet|render)\b|^[ \t]*export[ \t]+let\b|^[ \t]*\$:|\bbind:\w+=",
                why="a component has a script and a style",
                unless=r"^[ \t]*<template\b|\bv-(?:bind|else|for|if|model|on)\b",
                proof=(
                    r"\{[#/:@](?:if|each|await|key|html|snippet|render)\b|^[ \t]*export[ \t]+let\b|^[ \t]*\$:[ \t]"
                    r"|\b(?:bind|class|on|transition|use):\w+|\w=\{\w|\$(?:derived|effect|props|state)\("
                ),
            ),
            Construct(
                "JavaScript",
                (
                    r"^[ \t]*<(?:script|style|svelte:\w+)\b[^>]{0,500}>"
                    r"|\{[#/:@](?:if|each|await|key|html|snippet|render)\b"
                ),
                why="modules of a Svelte project",
            ),
        ),
        passes_for=(
            Construct(
                "CSS, HTML, JavaScript, Less, SCSS, TypeScript",
                (
                    rf"{_OF_COMPONENTS}|<svelte:|\{{[#/:@][a-z]|\b(?:on|bind|class|use|transition|in|out"
                    rf"|animate):\w|=\{{|\{{\w+\}}"
                    r"|^[ \t]*\$:|\$(?:state|derived|effect|props)\b"
                ),
                why="a component has a script and a style",
            ),
        ),
    ),
    Language(
        "Vue",
        "vue",
        ".vue",
        accepts="HTML, Handlebars, Jinja, SVG",
        why="markup with marks, for the most part",
        comments=(ANGLES,),
        traits=(PAGE,),
        sign=r"<template|<script|<style",
        mark=_BLOCK_OF_A_COMPONENT,
        mark_shared_by=(DOCUMENTATION, PAGE, XML),
        told_apart=(
            Construct(
                "Svelte",
                (
                    r"^[ \t]*<script[ \t]+setup\b|\bv-(?:bind|else|for|html|if|model|on|show|slot)\b|[ \t]:(?:class"
                    r"|key|style)=|[ \t]@click\b|\bdefine(?:Emits|Props)\("
                ),
                why="a component has a script and a style",
                unless=r"\{[#/:@](?:if|each|await|key|html|snippet|render)\b",
                proof=(
                    r"^[ \t]*<script[ \t]+setup\b|\bv-(?:bind|else|for|html|if|model|on|show|slot)\b|[ \t]:(?:class"
                    r"|key|style)=|[ \t]@click\b|\bdefine(?:Emits|Props)\("
                ),
            ),
            Construct(
                "JavaScript",
                r"^[ \t]*<(?:template|script|style)\b",
                why="modules of a Vue project",
            ),
        ),
        passes_for=(
            Construct(
                "CSS, HTML, JavaScript, Less, SCSS, Stylus, TypeScript",
                rf"{_OF_COMPONENTS}|\bv-[a-z]+|[ \t][:@#][\w.-]+=|\{{\{{|\bdefine(?:Props|Emits|Component)\b",
                why="a component has a script and a style",
            ),
        ),
    ),
    Language(
        "XML",
        "xml",
        ".xml",
        accepts="HTML, SVG, XSLT",
        why="vocabularies of XML, XHTML among them",
        comments=(ANGLES,),
        traits=(IN_SCRIPTS, LONG_LINES, XML),
        editor_names="nxml",
        parser="xml",
        embeds=OF_A_PAGE,
        sign=r"<[\w!?/]",
        mark=r"\A\s*<[A-Za-z!?]",
        mark_shared_by=(PAGE, "Markdown"),
        # XHTML is both: the other one is HTML.
        opens=rf"{_DECLARED}<(?!(?:\w+:)?(?:svg|stylesheet|transform)[\s>])\w",
    ),
    Language(
        "XSLT",
        "xslt",
        ".xsl",
        accepts="HTML, SVG, XML",
        why="a style sheet is XML around its output",
        comments=(ANGLES,),
        traits=(XML,),
        editor_names="xml",
        parser="xslt",
        sign=r"<[\w-]*:?(?:stylesheet|transform|template)\b|<xsl",
        passes_for=(Construct("HTML, XML", r"</?xsl:|\bxmlns:xsl", why="what the style sheet makes stands between"),),
        opens=rf"{_DECLARED}<(?:\w+:)?(?:stylesheet|transform)\s|\A\s*(<xsl:(?:stylesheet|transform))\s",
    ),
)
