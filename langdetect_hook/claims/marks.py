"""Marks of languages that share an extension with others and that the model does not cover, or is seldom sure of.

A mark is a regular expression (^ and $ at every line) by which content is known to be in that language. A claimed
language with a mark counts as covered; where the model does cover it, the mark still settles what the text is. No
reasons here: the mark is the language's own syntax.
"""

from __future__ import annotations

from langdetect_hook.claims.forms import VISUAL_STUDIO_SOLUTION

# The expected output of the tools of GNU's binutils, and the options for their tests.
_DEJAGNU = (
    r"^# ?(?:as|error|ld|name|nm|objdump|readelf|size|source|(?:no)?target|warning)[: ]"
    r"|: *\+?\s+file format |^(?:Contents|Disassembly) of section "
)

# A key below a key, indented with a tab; a key that inherits, or takes away.
_MINI_YAML = r"^[\w^.@-]+:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*\t-?[\w^.@-]+:|^\t-?(?:\w+@\w+|Inherits):"

# A dictionary or an array in braces, below comments.
_PROPERTY_LIST = r"\A\s*(?:(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)\s*)*[{(]"

# pattern of the name, language, mark
MARKS: tuple[tuple[str, str, str], ...] = (
    ("*.ac", "AC3D", r"\AAC3D"),
    (
        "*.asp",
        "Answer Set Programming",
        r"^#(?:const|external|maximize|minimize|show)\b|^:-[ \t]*\w[^\n]*\.[ \t]*$"
        r"|^(?:\d+[ \t]*)?\{[^{}\n]*:[^{}\n]*\}[ \t]*(?:=[ \t]*)?\w*[ \t]*(?::-[^\n]*)?\.[ \t]*$",
    ),
    ("*.bb", "BlitzBasic", r"(?i:^[ \t]*(?:end (?:function|select|type)|graphics(?:3d)?[ \t]+\d|include[ \t]*\"))"),
    (
        "*.c",
        "Enforce Script",
        r"^[ \t]*modded[ \t]+class[ \t]+\w|\bref[ \t]+(?:array|map|set)<|^[ \t]*autoptr[ \t]+\w"
        r"|^[ \t]*proto[ \t]+(?:external[ \t]+)?native\b"
        r"|^class[ \t]+\w+[ \t]*(?:extends|:)[ \t]*\w+\s*\{(?s:.{0,500}?)^[ \t]*override[ \t]+(?:void|bool|float|int"
        r"|string|vector|[A-Z]\w*)[ \t]+\w+[ \t]*\(",
    ),
    ("*.c", "LPC", r"^inherit[ \t]+[\"\w][^;\n]*;|^#pragma[ \t]+(?:no_clone|save_types|strict_types|strong_types)\b"),
    ("*.cl", "COOL", r"^class [A-Z]\w*(?: inherits [A-Z]\w*)? *\{"),
    ("*.cl", "Control Language", r"(?i:^[ \t]*(?:\w+:[ \t]*)?(?:dclf?|endpgm|monmsg|pgm)\b)"),
    ("*.cl", "IRAF Script", r"^procedure[ \t]+\w+"),
    (
        "*.cl",
        "Visual Prolog",
        r"^(?:class|implement|interface)[ \t]+\w+[ \t]*(?::[ \t]*\w+)?$|^(?:clauses|predicates)[ \t]*$",
    ),
    ("*.cls", "ObjectScript", r"^Class[ \t]+%?\w[\w.]*(?:[ \t]+Extends\b|[ \t]*\[|[ \t]*\{?[ \t]*$)"),
    (
        "*.cls",
        "OpenEdge ABL",
        (
            r"(?i:^[ \t]*(?:class|interface)[ \t]+[\w.-]+[^\n{;]*:[ \t]*$"
            r"|^[ \t]*(?:block-level|routine-level|using[ \t]+[\w.*]+)[^\n{;]*\.[ \t]*$)"
        ),
    ),
    ("*.cls", "Visual Basic 6.0", r"\AVERSION \d|^Attribute VB_\w+ ="),
    ("*.cmd", "Linker Script", r"^[ \t]*(?:MEMORY|SECTIONS)\b|^[ \t]*-(?:stack|heap|l)\b"),
    ("*.cmd", "U-Boot Script", r"^[ \t]*(?:setenv[ \t]+\w|(?:boot[imz]|sf probe|fatload|ext[24]load|tftp\w*)[ \t])"),
    ("*.cob", "Caligari Model", r"\ACaligari "),
    (
        "*.conf",
        "Configuration",  # of ProGuard, which names members of classes as Java declares them
        (
            r"^-(?:allowaccessmodification|dont(?:note|obfuscate|optimize|preverify|shrink|warn)|injars|keep(?:attributes"
            r"|class\w*|names|packagenames)?|libraryjars|outjars|renamesourcefileattribute|repackageclasses)\b"
        ),
    ),
    ("*.cs", "ClearSilver", r"<\?cs\b"),
    (
        "*.cs",
        "TorqueScript",
        r"^[ \t]*function[ \t]+\w+(?:::\w+)?[ \t]*\([ \t]*%\w|^[ \t]*datablock[ \t]+\w+[ \t]*\("
        r"|^//--- OBJECT WRITE BEGIN|^\$(?i:client|game|gui|host|net|pref|server)::",
    ),
    ("*.cue", "Cue Sheet", r"^[ \t]*(?:FILE[ \t]+\"?[^\n]*[ \t](?:AIFF|BINARY|FLAC|MP3|WAVE)|TRACK[ \t]+\d+)"),
    ("*.d", "D", r"\A\s*Ddoc\b"),
    (
        "*.d",
        "DTrace",
        r"^#pragma D |^[ \t]*provider[ \t]+\w+[ \t]*\{|^[\w$*]*:[\w$*]*:[\w$*.]*:[\w$*-]*|^(?:BEGIN|END"
        r"|tick-\w+)[ \t]*$|^#!.*dtrace",
    ),
    ("*.d", "DejaGnu Expectation", _DEJAGNU),
    ("*.d", "WeiDU Dialog", r"^[ \t]*IF[ \t]+~|^(?:APPEND|BEGIN|CHAIN|EXTEND_BOTTOM|EXTEND_TOP)[ \t]+~"),
    ("*.dot", "doT Template", r"\{\{[=!?~#]"),
    ("*.edn", "EDIF", r"\A\s*\((?i:edif)\s"),
    ("*.entitlements", "Property List", _PROPERTY_LIST),
    (
        "*.ex",
        "Euphoria",
        r"^[ \t]*end (?:for|function|if|procedure|type|while)\b|^[ \t]*(?:(?:global|override|public)[ \t]+)?"
        r"(?:include[ \t]+[\w/.]+\.e\b|procedure[ \t]+\w+\(|(?:atom|integer|object|sequence)[ \t]+\w+)|\bputs\(1, ",
    ),
    ("*.gd", "DejaGnu Expectation", _DEJAGNU),
    ("*.gd", "GAP", r"^[ \t]*Declare[A-Z]\w*\s*\(|^#[A-Z] {2}"),
    ("*.gpr", "GenePix Results", r"\AATF[ \t]+1\b"),
    ("*.gv", "GVariant Schema", r"^type[ \t]+\w+[ \t]+[^\n;]*[;{]$"),
    ("*.hh", "Hack", r"\A(?:#!.*\n)?<\?hh"),
    ("*.htm", "Embperl", r"\[([-+!$])\s(?s:.{0,500}?)\s\1\]"),
    (
        "*.ini",
        "Option List",
        r"\A(?:[ \t]*(?:[#;][^\n]*)?\n)*"
        r"(?:--[a-z][a-z-]*(?:=[^\s;]+)?[ \t]*(?:\n|\Z)(?:[ \t]*(?:[#;][^\n]*)?(?:\n|\Z))*)+\Z",
    ),
    ("*.ini", "TeX Format", r"^\\(?:dump|input)\b|\\dump\b"),
    (
        "*.jl",
        "Rep Lisp",
        r"^\((?:define-(?:interface|structure)|declare|open|structure)[ \t(\n]|^\(require '(?:gui|rep|sawfish)\.",
    ),
    (
        "*.js",
        "UnityScript",
        r"^#pragma[ \t]+(?:downcast|implicit|strict)\b|^@script[ \t]+\w"
        r"|\bvar[ \t]+\w+[ \t]*:[ \t]*(?:float|GameObject|Transform)\b",
    ),
    ("*.lisp", "NewLisp", r"^[ \t]*\((?:context|define|set)[ \t]"),
    ("*.ll", "Lex", r"^%[%{}][ \t]*$|^%(?:option|[sx])[ \t]"),
    ("*.ll", "Yacc", r"^%[%{}][ \t]*$|^%(?:start|token|type|union)\b"),
    ("*.m", "Limbo", r"^implement [\w, ]+;|^[A-Z]\w*: module$"),
    ("*.m", "M", r"\A[ \t]*(?:[A-Za-z%]\w*(?:\(.*\))?[ \t]*)?;"),
    ("*.m", "MUF", r"^: [\w-]+ .*\(|^\$(?:def|include|author) "),
    ("*.m", "Magma", r"^[ \t]*intrinsic[ \t]+['\w][^\n(]*\(|^end[ \t]+(?:function|intrinsic|procedure);"),
    ("*.m", "Mason", r"<%(?:args|init|perl|method|def)\b|<&"),
    ("*.m", "Mathematica", r"\A\s*\(\*|^(?:BeginPackage|Begin|Needs|Get)\[|:= *(?:Module|Block|With)\["),
    ("*.m", "Mercury", r"^:- (?:module|interface|import_module|pred|func)\b"),
    ("*.m", "Message Catalog", r"^\$set \d+|^\$ codeset="),
    (
        "*.m",
        "Power Query",
        r"^[ \t]*#\"[^\"\n]+\"[ \t]*=[ \t]*\w|\bTable\.(?:AddColumn|ExpandTableColumn|From(?:List|Records|Rows)|Group"
        r"|PromoteHeaders|RemoveColumns|RenameColumns|Select(?:Columns|Rows)|Sort|TransformColumn(?:s|Types))\(",
    ),
    ("*.md", "GCC Machine Description", r"^\((?:define_|include )"),
    ("*.ml", "Mocklisp", r"\A\s*(?:;[^\n]*\n\s*)*\((?!\*)"),
    ("*.mli", "jsig", r"^type \w+(?:<[\w, ]+>)? := \{|^[\w./-]+ := \(.*\) => |^[\w./-]+ := \($"),
    ("*.mm", "E-mail", r"(?i:^MIME-Version: ?\d)"),
    ("*.mm", "Matrix Market", r"\A%%(?i:matrixmarket)\b"),
    ("*.nsh", "UEFI Shell", r"(?i:^[ \t]*@?echo[ \t]+-o(?:ff|n)\b|^[ \t]*(?:blk|fs)\d+:|\.efi\b)"),
    ("*.nu", "Nu", r"^[ \t]*\((?:class|function|global|import|load|set|task|unless)\b"),
    ("*.odin", "Object Data Instance Notation", r"^[ \t]*(?:\[\"[^\"\n]*\"\]|\w+)[ \t]*=[ \t]*(?:\(\w+\)[ \t]*)?<"),
    ("*.osm", "OpenStudio Model", r"^OS:\w+(?::\w+)*,"),
    ("*.pbxproj", "Property List", _PROPERTY_LIST),
    ("*.php", "Hack", r"\A(?:#!.*\n)?<\?hh"),
    ("*.plist", "Property List", _PROPERTY_LIST),
    ("*.pm", "PRISM Model", r"^(?:ctmc|dtmc|mdp|nondeterministic|probabilistic|pta|stochastic)[ \t]*$"),
    ("*.pm", "X PixMap", r"\A\s*(?:/\* XPM \*/|! XPM2)"),
    ("*.pp", "GPP", r"<#(?:define|if\w*|include|mode)\b"),
    ("*.pp", "PolyPackage", r"^%(?:set|if|fixup|service|depend|files|(?:pre|post)(?:in|up|un))\b"),
    ("*.proto", "Dvips Settings", r"\A\s*%(?s:.*?)^[DMm] ?\w+[ \t]*$"),
    ("*.r", "DejaGnu Expectation", _DEJAGNU),
    ("*.r", "Rebol", r"(?i:\bREBOL\s*\[)|(?i:\bRed\s*\[)"),
    ("*.r", "Rez", r"^(?:data|resource|type) '[^'\n]{4}'"),
    ("*.rs", "RenderScript", r"^#pragma (?:rs|version)\b"),
    ("*.sh", "SCI Script", r"^;;; Sierra Script "),
    (
        "*.sh",
        "bgfx Shader",
        r"^[ \t]*#[ \t]*include[ \t]*[<\"][^\n>\"]+\.sh[>\"]|^SAMPLER(?:2D|3D|CUBE)\w*\("
        r"|^[ \t]*#[ \t]*ifndef[ \t]+(?:\w+_SH_*|BGFX_\w+_HEADER_GUARD)[ \t]*$",
    ),
    ("*.sln", "Microsoft Visual Studio Solution", VISUAL_STUDIO_SOLUTION),
    (
        "*.sls",
        "Salt State",
        r"\A#!(?:[\w.]+[ \t]*\|[ \t]*)*(?:cheetah|dson|genshi|gpg|hjson|json5?|mako|msgpack"
        r"|py|pydsl|pyobjects|stateconf|toml|wempy)\b",
    ),
    ("*.sol", "Gerber Image", r"\A\s*(?:G0[0-9]|%FS|%MO|M48)"),
    ("*.sol", "Solver Output", r"^(?:Step: |SAT$|Answer: |(?:UN)?SATISFIABLE|OPTIMUM FOUND|UNKNOWN)"),
    (
        "*.spec",
        "Wine Spec",
        r"^(?:@|\d+)[ \t]+(?:cdecl|equate|extern|pascal|stdcall|stub|thiscall|varargs|variable)\b",
    ),
    ("*.st", "Enscript States", r"^[ \t]*state [\w-]+(?: extends [\w-]+)?\s*(?:\{|$)"),
    ("*.st", "StringTemplate", r"^\w+\([^)\n]*\) *::=|^(?:delimiters|group) |<if\(|\$\w+(?:\.\w+)*\$"),
    ("*.st", "Structured Text", r"^[ \t]*(?i:END_VAR|END_FUNCTION_BLOCK|END_PROGRAM)\b"),
    ("*.star", "STAR", r"^data_\w*[ \t]*$|^loop_[ \t]*$"),
    ("*.tf", "TinyFugue Macro", r"^/(?:addworld|alias|bind|def|echo|eval|hilite|load|loaded|require|set|test|trig)\b"),
    ("*.ts", "Time Series", r"^@(?i:classlabel|problemname|targetlabel|timestamps)\b"),
    (
        "*.ts",
        "TypoScript",
        r"^<INCLUDE_TYPOSCRIPT|^(?:page|lib|plugin|tt_content|TCEFORM|TCEMAIN)(?:\.\w+)* *(?:[={<]|:=)"
        r"|^[ \t]*# ?cat=[^;\n]*; *type=",
    ),
    ("*.ttl", "Tera Term Macro", r"^[ \t]*(?:connect|messagebox|mpause|pause|sendln|setsync|wait(?:ln)?)(?:[ \t]|$)"),
    (
        "*.v",
        "Rocq Prover",
        r"^[ \t]*(?:From \w|Require |Theorem |Lemma |Definition |Inductive |Fixpoint |Notation "
        r"|Proof\.|Ltac |Section \w+\.)",
    ),
    (
        "*.v",
        "V",
        r"^(?:pub )?fn [^>;\n]*\{\s*$(?s:.{0,500}?):=|^(?:pub )?fn \((?:mut )?\w+ &?\w+\) \w"
        r"|\A(?:\s*//.*$)*\s*module \w+[ \t\r]*$(?!\s*(?:#\s*\(|[(;]))",
    ),
    ("*.xcprivacy", "Property List", _PROPERTY_LIST),
    ("*.xcsettings", "Property List", _PROPERTY_LIST),
    ("*.xpm", "X PixMap", r"\A\s*! XPM2"),
    ("*.yaml", "MiniYAML", _MINI_YAML),
    ("*.yml", "MiniYAML", _MINI_YAML),
)
