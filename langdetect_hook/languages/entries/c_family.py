"""C and what reads like it."""

from __future__ import annotations

from langdetect_hook.languages.comments import OF_C
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import WITH_A_WORD
from langdetect_hook.languages.traits import CARRIES_CODE, DOCUMENTATION, LIKE_C, PREPROCESSED

_LINES_OF_C = (
    r"^[ \t]*#[ \t]*(?:include[ \t]*[<\"][\w./+-]+[>\"]|ifn?def[ \t]+\w|undef[ \t]+\w|pragma[ \t]+\w"
    r"|mesondefine[ \t]+\w)"
    # A type's new name, or a table of numbers in a header; other languages with braces write them like this, too.
    r"|^typedef[ \t]+\w[\w \t*]*;"
    r"|^[\w \t]*\b(?:char|short|int|long|float|double|\w+_t)[ \t]+\w+[ \t]*\[[^\]\n]*\][ \t]*=[ \t]*\{"
)
# A list for the C preprocessor: calls of one macro, line by line; not CMake's or autoconf's.
_SAME_MACRO = (
    r"^(?!(?:AC|ADD|AM|AS|FIND|INCLUDE|INSTALL|MESSAGE|OPTION|SET|TARGET)(?:_"
    r"|\())(?P<macro>[A-Z][A-Z\d_]{2,})\([^\n]*\)\s*\n"
    r"(?:(?P=macro)\([^\n]*\)[ \t]*\n){3}"
)

# What a line of C++ has and C has not.
_OF_CPLUSPLUS = (
    r"::|\b(?:class|namespace|template|typename|public|private|protected|virtual|override|constexpr|consteval|nullptr"
    r"|explicit|mutable|operator|friend|throw|catch|try|noexcept|decltype|delete|new|using|concept"
    r"|requires|co_await)\b"
    r"|\b(?:static|dynamic|reinterpret|const)_cast\b|#[ \t]*include[ \t]*<(?:[a-z_]+|c[a-z]+)>|\bextern[ \t]+\"C\""
    r"|\b(?:cout|cin|cerr|endl|string|vector)\b|\bauto[ \t]+[&*\w]+[ \t]*[=:]|\w[ \t]*&[ \t]*\w+[ \t]*[,)=]"
    r"|\[[&=\w, ]*\][ \t]*\([^)\n]*\)[ \t]*(?:->[^{\n]*)?\{|\bfor[ \t]*\([^;()\n]+[ \t]:[ \t]"
    r"|#[ \t]*include[ \t]*[<\"][\w/.-]+\.(?:hpp|hh|hxx|h\+\+)[>\"]"
)

ENTRIES = (
    Language(
        "C",
        "c",
        ".c",
        comments=OF_C,
        traits=(PREPROCESSED,),
        editor_names="c++ cpp",
        sign=r"[;{}]|^[ \t]*#",
        comments_are_signs=True,
        mark=_LINES_OF_C,
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, PREPROCESSED, LIKE_C),
        holds=_SAME_MACRO,
        told_apart=(
            Construct(
                "Cython",
                r";[ \t]*\n[ \t]*\}",
                why="declarations of C stand in Cython",
            ),
            Construct(
                "Assembly, Devicetree, Linker Script",
                r"^[A-Za-z_][\w \t*]*\([^;{}()]{0,500}\)\s*\{",
                why="constants and declarations go through the preprocessor for these",
            ),
        ),
    ),
    Language(
        "C++",
        "cpp",
        ".cpp",
        accepts="C, Cuda, Objective-C",
        why="C++ is nearly a superset of C; what a compiler for Cuda or for a Mac reads may be named so as well",
        comments=OF_C,
        traits=(PREPROCESSED,),
        editor_names="cpp",
        sign=r"[;{}]|^[ \t]*#",
        comments_are_signs=True,
        mark=_LINES_OF_C,
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, PREPROCESSED, LIKE_C),
        # Scripts and settings that imake, or X's build, passes through the C preprocessor; raw strings.
        holds=rf"^XCOMM\b|\bR\"\w*\([\s\[{{]*$|^Section \"\w+\"\s*$|{_SAME_MACRO}",
        told_apart=(
            Construct(
                "C",
                (
                    r"^[ \t]*(?:template\s*<|namespace\b[\w\s:]{0,300}\{|using\s+namespace\s+std\b"
                    r"|(?:public|private|protected)\s*:)"
                    r"|^[ \t]*class\s+\w+[^;()]{0,300}\{"
                    r"|\bstd::\w|^[ \t]*#\s*include\s*<(?:[a-z_]+|c[a-z]+)>"
                    r"|\b(?:static|dynamic|reinterpret|const)_cast\s*<|\boperator\s*[-+*/=<>(\[]"
                ),
                why="C with longer comments or objects of its own reads like C++",
                unless=r"\b__cplusplus\b",
                proof=(
                    r"\bstd::\w|^[ \t]*(?:class|struct)[ \t]+\w+[ \t]*:[ \t]*(?:public|private)"
                    r"|^[ \t]*template[ \t]*<|^[ \t]*(?:public|private|protected)[ \t]*:[ \t]*$"
                    r"|^[ \t]*namespace[ \t]+\w+[ \t]*\{|^[ \t]*using[ \t]+namespace\b|\b(?:static|dynamic"
                    r"|reinterpret|const)_cast[ \t]*<|^#[ \t]*include[ \t]*<(?:algorithm|fstream|functional|iostream"
                    r"|map|memory|sstream|string|utility|vector)>|^[\w:<>*& \t]+\b\w+::~?\w+\("
                ),
            ),
        ),
        passes_for=(Construct("C", _OF_CPLUSPLUS, why="C++ without classes, references and streams is C"),),
    ),
    Language(
        "Cuda",
        "cuda",
        ".cu",
        accepts="C, C++",
        why="Cuda is C++ with launches; a file of it may have host code alone",
        comments=OF_C,
        traits=(PREPROCESSED,),
        sign=r"[;{}]|^[ \t]*#",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "C",
                (
                    r"\b__(?:constant|device|forceinline|global|host|shared)__\b|<<<|>>>\s*\(|\bcuda[A-Z]\w+"
                    r"|\b(?:block|thread)Idx\b"
                ),
                why="C that prepares a launch reads like Cuda",
            ),
            Construct(
                "C++",
                r"\b__(?:device|global|shared)__\b|<<<[^\n]{1,200}>>>[ \t]*\(|\b(?:block|thread)Idx\.[xyz]\b",
                why="host code is C++",
                decisive=True,
            ),
        ),
        passes_for=(
            Construct(
                "C, C++",
                (
                    r"\b__(?:constant|device|forceinline|global|host|launch_bounds|restrict|shared"
                    r"|syncthreads|shfl\w*)__\b"
                    r"|__syncthreads|<<<|\b(?:cuda|CUDA|cu|nccl)[A-Z_]\w*|\b(?:block|thread|grid)(?:Idx"
                    r"|Dim)\b|\bdim3\b"
                    r"|\b(?:half|float|int|uint|double)[234]\b|\batomic[A-Z]\w+"
                ),
                why="code of the host is C++",
            ),
        ),
    ),
    Language(
        "D",
        "d",
        ".d",
        comments=OF_C,
        traits=(LIKE_C,),
        quoted=WITH_A_WORD,
        mark=(
            r"^[ \t]*(?:private|public|static)[ \t]+import[ \t]+[\w.]+[ \t]*[;:,=]|^import[ \t]+std\.[\w.]+[ \t]*[;:,]"
            r"|^module[ \t]+[\w.]+;[ \t]*$"
        ),
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "Haxe", "Java"),
    ),
    Language(
        "GLSL",
        "glsl",
        ".glsl",
        accepts="C, C++, D, HLSL",
        why="shaders of macros and functions alone, and HLSL, which has the same words: counting cannot tell them",
        comments=OF_C,
        traits=(PREPROCESSED,),
        sign=r"\b(?:vec[234]|mat[234]|gl_\w+|uniform|varying|sampler\w+|void\s+main)\b|^[ \t]*#",
        passes_for=(
            Construct(
                "C, C++",
                (
                    r"\b(?:[biu]?vec[234]|mat[234]|gl_\w+|uniform|varying|attribute|[iu]?sampler\w+|precision|layout"
                    r"|inout|in|out|discard|highp|mediump|lowp|texture\w*|mix|fract|smoothstep|clamp)\b|^#version"
                ),
                why="sums of floating-point numbers read as C",
            ),
        ),
        told_apart=(
            Construct(
                "WGSL",
                r"^[ \t]*#version\b|\bvoid[ \t]+\w+[ \t]*\(|\bgl_\w+|\b(?:in|out|uniform|varying)[ \t]+\w+[ \t]+\w+;",
                why="shaders have the same words",
            ),
        ),
    ),
    Language(
        "HLSL",
        "hlsl",
        ".hlsl",
        accepts="C, C++, GLSL",
        why="headers of macros alone; shaders for two hosts have the same words: counting cannot tell them",
        comments=OF_C,
        traits=(PREPROCESSED,),
        sign=r"[;{}]|^[ \t]*#",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "C, C#, C++",
                (
                    r"\b(?:cbuffer|tbuffer|SamplerState|(?:RW)?Texture(?:[123]D|Cube)\w*|(?:RW)?StructuredBuffer)\b"
                    r"|:\s*(?:SV_\w+|(?:POSITION|TEXCOORD|COLOR|NORMAL)\d?)\b|\[numthreads\b"
                ),
                why="code with vectors reads like a shader",
            ),
        ),
        passes_for=(
            Construct(
                "C, C++, GLSL",
                (
                    r"\b(?:float|half|int|uint|bool|fixed|min16float)[1-4](?:x[1-4])?\b|\b[ct]buffer\b|\bSampler\w*\b"
                    r"|\b(?:RW)?(?:Texture|Structured|ByteAddress)\w+|\bregister\b|:\s*[A-Z][A-Z_]+\d*\b"
                    r"|\[numthreads|\bsaturate\("
                    r"|\b(?:mul|lerp|frac|tex2D\w*|clip|rsqrt|ddx|ddy)\("
                ),
                why="sums of floating-point numbers read as C",
            ),
        ),
    ),
    Language(
        "Objective-C",
        "objective-c",
        ".m",
        accepts="C, C++",
        why="Objective-C++ and plain C functions",
        comments=OF_C,
        traits=(PREPROCESSED,),
        editor_names="objc",
        told_apart=(
            Construct(
                "C",
                (
                    r"^[ \t]*@(?:interface|implementation|protocol|class|end|import|property)\b|^[ \t]*#\s*import\b"
                    r"|\[\w+\s+\w+[:\]]"
                ),
                why="C that calls a framework reads like Objective-C",
            ),
        ),
        passes_for=(
            Construct(
                "C",
                (
                    r"@\w|@\"|\bNS[A-Z]\w+|\b(?:nil|YES|NO|BOOL|id|SEL|IBOutlet|IBAction|nullable|nonnull)\b"
                    r"|^[-+][ \t]*\("
                    r"|#[ \t]*import\b|\[\[?\w+|\b(?:CG|UI|CF)[A-Z]\w+|\^[ \t]*[({]"
                ),
                why="functions of C between the objects",
            ),
        ),
    ),
    Language(
        "OpenCL",
        "c",
        ".cl",
        accepts="C, C++",
        why="OpenCL is C with kernels; a file of it may have helpers alone",
        comments=OF_C,
        traits=(PREPROCESSED,),
        sign=r"[;{}]|^[ \t]*#",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "C, C++",
                (
                    r"\b(?:__)?kernel\s+(?:void|__attribute__)|\b__(?:constant|global|kernel|local)\s"
                    r"|\bget_(?:global|group|local)_(?:id|size)\s*\("
                ),
                why="C with vectors reads like OpenCL",
                decisive=True,
            ),
        ),
        passes_for=(
            Construct(
                "C, C++",
                (
                    r"\b(?:__)?(?:kernel|global|local|private|constant)\b|\bget_\w+_(?:id|size)\b|\bbarrier\s*\("
                    r"|\b(?:float|int|uint|double|char|uchar|short|ushort|long|ulong|half)(?:2|3|4|8|16)\b"
                    r"|\b(?:as|convert|vload|vstore|atomic|native|read_image|write_image)_?\w*\("
                ),
                why="helpers of kernels are C",
            ),
        ),
    ),
    Language("Vala", "vala", ".vala", comments=OF_C, traits=(LIKE_C,)),
    Language(
        "WGSL",
        "wgsl",
        ".wgsl",
        comments=OF_C,
        sign=r"\b(?:alias|const|enable|fn|let|override|struct|var)\b",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Rust",
                (
                    r"@(?:binding|builtin|compute|fragment|group|location|vertex|workgroup_size)\b"
                    r"|\b(?:mat|vec)[234]\w*<|\bvec[234][fhiu]\b"
                ),
                why="its functions are written like those of Rust",
            ),
        ),
    ),
)
