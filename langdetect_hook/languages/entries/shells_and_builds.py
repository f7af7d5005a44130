"""Shells, and what builds, packs and sets up."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, PAST_COMMENTS, SEMICOLONS, STARS
from langdetect_hook.languages.here_documents import AFTER_BLANKS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import DEFINED
from langdetect_hook.languages.traits import (
    ANY_CASE,
    BARE_WORDS,
    CARRIES_CODE,
    DOCUMENTATION,
    MACROS,
    NEVER_RUN,
    PREPROCESSED,
    TEMPLATE_LIKE,
)

# What a file of CMake has and a header full of macro calls lacks.
_CMAKE = (
    r"(?i:^[ \t]*(?:add_\w+|cmake_\w+|configure_file|else|elseif|end(?:for|function|if|macro)(?:each)?|file|find_\w+"
    r"|foreach|function|get_\w+|if|include(?:_\w+)?|install|link_\w+|list|macro|message|option"
    r"|project|set(?:_\w+)?|string|target_\w+)"
    r"\s*\()|\$\{\w"
)
# One command again and again, with any words after it; but not the declarations of any language.
_SAME_COMMAND = (
    r"^(?!(?:export|extern|from|import|include|insert|let|local|open|private|public|require|set|use|using|var|with)\b)"
    r"(?P<command>[a-z][\w.-]+)[ \t]+[^\s=:({][^\n;{}()]*\n(?:(?P=command)[ \t]+[^\s=:({][^\n;{}()]*(?:\n|\Z)){4}"
)

ENTRIES = (
    Language(
        "Batchfile",
        "batch",
        ".bat",
        spoken="a Windows batch file",
        editor_names="bat dosbatch",
        sign=r"^[ \t]*@?(?:echo|rem|set|call|goto|if|for|start|cd|pause|exit|copy|del)\b|^[ \t]*::|%\w+%|%~?\d",
        mark=(
            r"(?i:^[ \t]*@?(?:echo[ \t]+off|rem[ \t]|setlocal\b|goto[ \t]+\w|if[ \t]+(?:not[ \t]+)?exist[ \t]))"
            r"|%~?[1-9](?![\w$.])[^\n]*?%~?[1-9](?![\w$.])"
        ),
        opens=r"\A(?i:(@echo off))[ \t]*$",
        # Not TeX, though it carries code: a batch file may write a document, with %1 in its commands.
        mark_shared_by=(DOCUMENTATION, "Diff", "PowerShell", "VBA", "Visual Basic .NET"),
        traits=(ANY_CASE,),
        # It hands itself to another interpreter.
        holds=r"%~[a-z]+0\b",
    ),
    Language(
        "BitBake",
        "bitbake",
        ".bb",
        spoken="a BitBake recipe",
        accepts="INI, Makefile, Python, Shell",
        why="functions are Shell or Python; recipes of assignments alone",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        sign=(
            r"^[ \t]*[\w:${}.\[\]/@+-]+[ \t]*(?:\?\??|[:+.])?="
            r"|^(?:add\w+|deltask|do_\w+|export|include|inherit|python|require)\b"
        ),
        holds=r"^(?:fakeroot[ \t]+)?(?:python[ \t]+)?[\w:${}-]*[ \t]*\([ \t]*\)[ \t]*\{",
    ),
    Language(
        "CMake",
        "cmake",
        ".cmake",
        comments=(HASHES,),
        traits=(BARE_WORDS, NEVER_RUN, PREPROCESSED),
        sign=r"\w\s*\(|#cmakedefine|@\w+@",
        mark=(
            r"(?i:^[ \t]*(?:endif|endmacro|endfunction|endforeach|cmake_minimum_required|add_(?:executable|library"
            r"|custom_\w+)|target_link_\w+|find_package|check_\w+_\w+)[ \t]*\()"
        ),
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE),
        opens=PAST_COMMENTS + r"(?i:(cmake_minimum_required))[ \t]*\(",
        # Whatever CMake fills in.
        holds=r"\A#!|@[A-Za-z_]\w*@",
        told_apart=(
            Construct(
                "Makefile",
                (
                    r"(?i:^[ \t]*(?:add_(?:custom_\w+|executable|library|subdirectory)|cmake_minimum_required"
                    r"|find_(?:library|package|path|program)|include_directories|install|project|set_\w+"
                    r"|target_\w+)[ \t]*\()"
                ),
                why="automake's conditionals read like CMake's",
                proof=(
                    r"(?i:^[ \t]*(?:add_(?:custom_\w+|executable|library|subdirectory)|cmake_minimum_required"
                    r"|find_(?:library|package|path|program)|include_directories|install|project|set_\w+"
                    r"|target_\w+)[ \t]*\()"
                ),
            ),
            Construct("C, C++", _CMAKE, why="headers of nothing but calls of macros"),
        ),
    ),
    Language(
        "Dockerfile",
        "docker",
        "Dockerfile",
        spoken="a Dockerfile",
        accepts="Jinja",
        why="generated from templates",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        here_document=AFTER_BLANKS,
        opens=r"\A#[ \t]*(syntax[ \t]*=[ \t]*docker/dockerfile)\b",
        sign=r"^[ \t]*(?:from|arg|run|copy|add|cmd|entrypoint)\b",
    ),
    Language(
        "Kconfig",
        "kconfig",
        "Kconfig",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        sign=r"^[ \t]*(?:choice|comment|config|if|mainmenu|menu|menuconfig|o?r?source)\b",
    ),
    Language(
        "M4",
        "",
        ".m4",
        accepts="Assembly, C, Dockerfile, INI, Makefile, Shell, Text",
        why="M4 expands to another language; autoconf's to shell",
        # Never run: configure.ac has the shebang of the script that it becomes.
        traits=(MACROS, NEVER_RUN, PREPROCESSED),
        editor_names="autoconf config",
        sign=r"\b(?:dnl|define|m4_\w+|a[cmsx]_\w+|include|ifdef|divert|lt_\w+)\b",
        mark=(
            r"(?:^|\b)(?:dnl\b|m4_\w+\(|(?:changequote|define|divert|ifdef|ifelse|include|undefine)\(`)"
            r"|^A[CM]_[A-Z_]+\b"
        ),
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "Makefile"),
    ),
    Language(
        "Makefile",
        "make",
        "Makefile",
        spoken="a makefile",
        accepts="Dotenv, Java Properties, M4, Shell",
        why="recipes are shell; automake's parts and M4's; parts that are assignments alone",
        comments=(HASHES,),
        traits=(PREPROCESSED,),
        editor_names="makefile-gmake make",
        quoted=DEFINED,
        told_apart=(
            Construct(
                "CMake, Dotenv, Java Properties, Kconfig",
                r"^[\w./%$()-]+[ \t]*:(?:[ \t][^\n=]*)?\n\t[ \t]*\S",
                why="assignments and lists of sources are written alike",
                proof=r"^[\w./%$()-]+[ \t]*:(?:[ \t][^\n=]*)?$(?=\n\t)|^[\w.-]+[ \t]*(?:[?:+]=)",
            ),
            Construct(
                "INI",
                r"^[\w./%$()-]+[ \t]*:(?:[ \t][^\n=]*)?\n\t|^[\w./%-]+:[ \t]+[\w./$][^\n=]*$",
                why="settings that a makefile includes have its variables, and no rule",
            ),
        ),
        holds=r"^(?!(?:default|else|finally|private|protected|public|try)\b)[\w./%-]+[ \t]*:(?!=)[^\n]*\n\t[ \t]*\S",
    ),
    Language(
        "NSIS",
        "nsis",
        ".nsi",
        spoken="an NSIS installer",
        comments=(STARS, SEMICOLONS, HASHES),
        traits=(ANY_CASE, NEVER_RUN),
        sign=r"^[ \t]*(?:!\w|(?:function|langstring|name|outfile|page|section|setcompressor|unicode|var)\b)|\$\{",
        comments_are_signs=True,
    ),
    Language(
        "Nix",
        "nix",
        ".nix",
        comments=(STARS, HASHES),
        traits=(NEVER_RUN,),
        sign=r"[{:=]",
        # A function of a set, or of one that is not asked for; paths that are imported; a scope.
        mark=(
            rf"{PAST_COMMENTS}(?:_|\{{[\w\s,.?@-]*\}}(?:[ \t]*@[ \t]*\w+)?)[ \t]*:\s"
            r"|\bimport[ \t]+(?:\.{1,2}/|<)[\w./<>-]+|=[ \t]*with[ \t]+\w+[\w.]*;"
        ),
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE),
    ),
    Language(
        "Nushell",
        "",
        ".nu",
        comments=(HASHES,),
        editor_names="nu",
        unknown_to_lexer=HASHES,
        sign=r"\b(?:alias|const|def|export|for|if|let|module|mut|source|use)\b|[|$]",
        comments_are_signs=True,
    ),
    Language("PowerShell", "powershell", ".ps1", comments=(HASHES,), editor_names="ps1", traits=(ANY_CASE,)),
    Language(
        "Puppet",
        "puppet",
        ".pp",
        comments=(STARS, HASHES),
        traits=(NEVER_RUN, TEMPLATE_LIKE),
        here_document=r"@\((['\"]?)\s*(\w+)",
        sign=r"[${]|=>|\b(?:class|contain|include|type)\b",
        # An alias of a type; a resource with its title; a class with a brace.
        mark=(
            r"^type[ \t]+[A-Z]\w*(?:::[A-Z]\w*)+[ \t]*=[ \t]*[A-Z]\w*"
            r"|^[ \t]*[a-z]\w*(?:::\w+)*[ \t]*\{[ \t]*(['\"])[^'\"\n]*\1:\s*\w+\s*=>"
            r"|^(?:class|define)[ \t]+[a-z]\w*(?:::\w+)+[^\n{;]*\{[ \t]*$"
        ),
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE),
    ),
    Language(
        "RPM Spec",
        "spec",
        ".spec",
        spoken="an RPM spec file",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        editor_names="spec",
        sign=r"^[ \t]*%\w|^[ \t]*(?:name|release|summary|version)[ \t]*:",
    ),
    Language(
        "Shell",
        "bash",
        ".sh",
        spoken="a shell script",
        accepts="Dotenv, Java Properties, M4, Nushell, fish",
        why="configure scripts hold M4's rests; assignments alone; scripts for another shell are called .sh as well",
        comments=(HASHES,),
        traits=(PREPROCESSED,),
        editor_names="bash dcl ksh sh shell-script zsh",
        here_document=AFTER_BLANKS,
        # Shells of another syntax, which the model does not know; tables of a terminal's colours; a patch as a
        # value; a program for another interpreter, in quotes or in the lines that follow; one command again and again.
        holds=(
            r"^[ \t]*\w+=['\"]---[ \t]\S|^[ \t]*\w+=\$?['\"]\\(?:0?33|e|x1[bB])\["
            r"|\A#!\s*(?:/usr/bin/env\s+)?\S*\b(?:t?csh|fish|rc|nu|xonsh)\b"
            r"|^(?=[^#'\"\n]*\b(?:[gmn]?awk|node|perl|python[\d.]*|ruby|sed)\b)[^'\"\n]*['\"]\s*$"
            r"|^[ \t]*(?:\w+ )?(?:cat|ed|ftp|gdb|mail|mysql|psql|sqlite3?|ssh|sqlplus|tee)\b"
            r"[^\n<;]*<<-?[ \t]*['\"\\]?[%\w]"
            rf"|{_SAME_COMMAND}"
        ),
        told_apart=(
            Construct(
                "Dockerfile, Java Properties, Nushell, RPM Spec, fish",
                r"^[ \t]*(?:fi|done|esac)\b|;[ \t]*(?:then|do)[ \t]*$",
                why="lines of commands alone are all of these",
                unless=r"^[ \t]*(?:(?i:from|entrypoint)[ \t]|%\w|(?i:name|version)[ \t]*:|end$|[\w.]+[ \t]*=[ \t])",
                proof=r"^[ \t]*(?:fi|done|esac)\b|;[ \t]*(?:then|do)[ \t]*$",
            ),
            Construct(
                "Batchfile",
                (
                    r"^[ \t]*#|^[ \t]*(?:case|do|done|elif|esac|export|fi|function|local|source|then|until|while)\b"
                    r"|\bthen$"
                    r"|^[ \t]*\w+=|^[ \t]*\w+[ \t]*\(\)|^[ \t]*for[ \t]+\w+[ \t]+in\b"
                ),
                why="commands one after the other are the same to both",
            ),
        ),
    ),
    Language(
        "fish",
        "fish",
        ".fish",
        spoken="a fish script",
        comments=(HASHES,),
    ),
)
