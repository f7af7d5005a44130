"""What a name means that several languages share, or that claims none: the text decides."""

from __future__ import annotations

# What a text must show, at its start or, behind (?s).*?, anywhere.
TEXT_IS_XML = r"\s*<"
TEXT_IS_ROFF = r"(?s).{0,400}?^[.']\\?[\\\"A-Za-z]"
CPLUSPLUS = (
    r"(?s).*?(?:^\s*(?:class\s+\w+[^;\n]*$|namespace\b|template\s*<|using\s+(?:namespace\s+)?\w+"
    r"|(?:public|private|protected):)|std::)"
)
OBJECTIVE_C = r"(?s).*?^[ \t]*(?:@interface|@protocol|@class|#[ \t]*import)\b"
TEXT_IS_GLSL = r"(?s).*?(?:^#version\b|\bvoid\s+main\b|\b(?:uniform|varying|precision|[iub]?vec[234])\b)"
TEXT_IS_PERL = r"(?s)(?:#![^\n]*perl|.*?^(?:use|package|my|require|BEGIN)\b)"
TEXT_IS_APACHE = (
    r"(?s).*?(?i:^[ \t]*(?:</?(?:Directory|Files|If(?:Define|Module|Version)|Limit|Location|Proxy|Require\w)"
    r"|</?VirtualHost|(?:ErrorDocument|LoadModule|RewriteEngine|RewriteRule|SetEnvIf\w*)[ \t]))"
)
TEXT_IS_APEX = (
    r"(?s)(?!.*?^Attribute VB_).*?(?i:^[ \t]*(?:@\w+[^\n;{]*?[ \t\n])?"
    r"(?:(?:abstract|global|inherited|private|public|virtual|with|without)[ \t]+)+(?:sharing[ \t]+)?"
    r"(?:(?:abstract|virtual)[ \t]+)?(?:class|enum|interface)[ \t]+\w+[^\n;:]*(?:\{|$)"
    r"|^trigger[ \t]+\w+[ \t]+on[ \t]+\w+)"
)
TEXT_IS_BITBAKE = (
    r"(?s).*?^(?:inherit[ \t]+\w|require[ \t]+\S+\.(?:bb|inc)$|(?:python[ \t]+)?do_\w+(?:[:_]\w+)*[ \t]*\([ \t]*\)"
    r"|(?:BB\w+|COMPATIBLE_MACHINE|DEPENDS|DESCRIPTION|EXTRA_OE\w+|FILESEXTRAPATHS|IMAGE_\w+|LICENSE|LIC_FILES_CHKSUM"
    r"|MACHINE\w*|PACKAGECONFIG|PACKAGES|PREFERRED_\w+|RDEPENDS|SRC_URI|SRCREV|SUMMARY)"
    r"(?:[:_][\w${}-]+)*[ \t]*(?:\?\??|[:+.])?=)"
)
TEXT_IS_DOTENV = (
    r"(?:[ \t]*(?:#[^\n]*|(?:export[ \t]+)?[A-Za-z_][\w.]*=[^\n]*)?\n)*[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.]*="
)
TEXT_IS_GRAPH = r"(?s).*?(?i:^[ \t]*(?:strict[ \t]+)?(?:di)?graph\b[^\n{;=]*(?:\{|$))"
TEXT_IS_LLVM = (
    r"(?s)(?!.*?^%%).*?^(?:(?:declare|define)[ \t][^\n]*@|target[ \t]+(?:datalayout|triple)|@[\w.$\"]+[ \t]*="
    r"|source_filename)"
)
TEXT_IS_MERMAID = (
    r"(?s)(?:---\n.*?^---\n)?(?:\s|%%[^\n]*\n)*(?:C4\w+|architecture\S*|block\S*|classDiagram\S*|erDiagram|flowchart\S*"
    r"|gantt|gitGraph|graph|journey|kanban|mindmap|packet\S*|pie|quadrantChart|requirementDiagram|sankey\S*|sequenceDiagram"
    r"|stateDiagram\S*|timeline|tree\S+|venn\S*|xychart\S*|zenuml)\b"
)
TEXT_IS_NGINX = (
    r"(?s).*?^[ \t]*(?:(?:events|http|location|server|stream|upstream)\b[^\n;=]*\{"
    r"|(?:listen|proxy_pass|server_name|fastcgi_\w+)[ \t][^\n]*;)"
)
TEXT_IS_OPENCL = (
    r"(?s).*?\b(?:(?:__)?kernel\s+(?:void|__attribute__)|__(?:constant|global|local)\s|get_(?:global|local)_id\s*\()"
)
TEXT_IS_RPM = r"(?s).*?^(?:%(?:build|description|files|install|prep)\b|Name[ \t]*:[^\n]*\n)"
TEXT_IS_TURTLE = r"(?s).*?(?:^[ \t]*@(?:base|prefix)[ \t]|(?i:^[ \t]*prefix[ \t]+[\w-]*:[ \t]*<))"
TEXT_IS_ROCQ = (
    r"(?s).*?^[ \t]*(?:(?:From[ \t]+[\w.]+[ \t]+)?Require[ \t]+(?:Import|Export)?|Proof\.|Ltac[ \t]|Section[ \t]+\w+\."
    r"|(?:Definition|Fixpoint|Inductive|Lemma|Notation|Record|Theorem)[ \t])"
)
TEXT_IS_V = (
    r"(?s)\s*(?:(?:/{2}[^\n]*\n|/\*(?:[^*]|\*(?!/))*\*/)\s*)*(?:@\[[^\n]*\]\n|\[\w[^\n]*\]\n)*"
    r"(?:module[ \t]+\w+\n(?!\s*(?:#\s*\(|[(;]))|import[ \t]+\w|(?:pub[ \t]+)?(?:fn|const|struct|enum)[ \t(])"
)
TEXT_IS_VERILOG = (
    r"(?s).*?^[ \t]*(?:`(?:define|include|timescale)\b|(?:macromodule|module|primitive)[ \t]+[\w\\]+\s*(?:#\s*\(|[(;]))"
)

# What a name means in a package of its own ecosystem, where the name alone allows several languages or none:
# extension (or whole name), language, and what the text must show. The first row that fits counts;
# packages in which the name means something else have an override.
SHARED = (
    (".bas", "", ""),  # one of many Basics
    (".bazel", "Starlark", ""),
    (".bb", "BitBake", TEXT_IS_BITBAKE),  # Babashka's packages have an override
    (".cl", "OpenCL", TEXT_IS_OPENCL),
    (".cl", "Common Lisp", r"(?s).*?^\((?:def\w+|in-package)\s"),
    (".cls", "VBA", r"(?s)(?:\ufeff?VERSION \d|.*?^Attribute VB_)"),
    (".cls", "Smalltalk", r"(?s)\ufeff?\s*\"Filed out from|.*?^\w+ subclass: #"),
    (".cls", "Apex", TEXT_IS_APEX),
    (".cls", "TeX", r"(?s).*?^[ \t]*\\(?:NeedsTeXFormat|ProvidesClass|def|newcommand|RequirePackage)\b"),
    (".cmd", "Batchfile", ""),
    (".conf", "ApacheConf", TEXT_IS_APACHE),  # elsewhere any program's
    (".conf", "Nginx", TEXT_IS_NGINX),
    (".cr", "Crystal", ""),  # never a Ruby script
    (".cs", "C#", ""),  # Smalltalk packages have an override
    (".cue", "CUE", r"(?s).*?^(?:package[ \t]+\w|import[ \t]+[(\"]|#\w+:|\w+:[ \t])"),
    (".dot", "Graphviz (DOT)", TEXT_IS_GRAPH),
    (".env", "Dotenv", TEXT_IS_DOTENV),
    (".f", "Fortran", ""),  # Forth packages have an override
    (".for", "Fortran", ""),
    (".frag", "GLSL", TEXT_IS_GLSL),  # elsewhere a part of anything
    (".fx", "HLSL", r"(?s).*?\b(?:cbuffer|float4(?:x4)?|technique\w*|SamplerState|Texture2D|sampler\w*)\b"),
    (".gd", "GDScript", ""),
    (".h", "Objective-C", OBJECTIVE_C),
    (".h", "C++", CPLUSPLUS),
    (".h", "C", ""),
    (".hh", "C++", ""),
    (".inc", "BitBake", TEXT_IS_BITBAKE),
    (".ll", "LLVM", TEXT_IS_LLVM),
    (".markdown", "Markdown", ""),
    (".md", "Markdown", ""),
    (".ml", "OCaml", ""),  # Standard ML packages have an override
    (".mmd", "Mermaid", TEXT_IS_MERMAID),
    (".mmd", "Markdown", r"(?s).*?^(?:#{1,6} \S|[=-]{3,}$|Title:)"),
    (
        ".nu",
        "Nushell",
        r"(?s).*?(?:^[ \t]*(?:export[ \t]+)?(?:alias|const|def|module|use)\b|^[ \t]*(?:let|mut|source)\b|\$env\b)",
    ),
    (".pl", "Prolog", r"(?s).*?^:- *[a-z]\w*"),
    (".pl", "Perl", ""),
    (".pm", "Perl", ""),  # Raku packages have an override
    (".props", "XML", TEXT_IS_XML),
    (".r", "R", ""),
    (".resource", "RobotFramework", r"(?s).*?^\*{3}[ \t]*\w"),
    (".rs", "Rust", ""),
    (".sls", "Scheme", r"(?s).*?^\s*\((?:library|import)\b"),  # elsewhere Salt's states: Jinja over YAML
    (".sol", "Solidity", ""),
    (".spec", "RPM Spec", TEXT_IS_RPM),
    (".spec", "Python", r"(?s).*?^\w+[ \t]*=[ \t]*Analysis\("),  # PyInstaller's
    (".star", "Starlark", ""),
    (".svg", "SVG", ""),
    (".svh", "SystemVerilog", ""),
    (".t", "Perl", TEXT_IS_PERL),  # Raku packages have an override; elsewhere tests in Shell, and templates
    (".trigger", "Apex", TEXT_IS_APEX),
    (".ts", "XML", TEXT_IS_XML),  # Qt's translations
    (".ts", "TypeScript", ""),
    (".ttl", "Turtle", TEXT_IS_TURTLE),
    (".txt", "Text", ""),
    (".v", "Rocq Prover", TEXT_IS_ROCQ),
    (".v", "V", TEXT_IS_V),
    (".v", "Verilog", TEXT_IS_VERILOG),
    (".vert", "GLSL", ""),
    (".vhost", "ApacheConf", TEXT_IS_APACHE),
    (".vhost", "Nginx", TEXT_IS_NGINX),
    (".xsl", "XSLT", ""),
    (".xslt", "XSLT", ""),
    *((f".{section}{suffix}", "Roff", TEXT_IS_ROFF) for section in "12345678" for suffix in ("", ".in", "in", "m")),
    ("build", "Starlark", r"(?s).*?^[a-z_]+\("),
    ("rules", "Makefile", r"(?s).*?^\S[^=\n]*:"),  # Debian packaging
    ("workspace", "Starlark", r"(?s).*?^[a-z_]+\("),
)
