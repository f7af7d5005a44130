"""What a file name claims where pygments' lexer table has nothing or something wrong: one sorted table.

A row: the languages that are claimed, the patterns that claim them, the reason.  Sorted by languages.

A pattern is ``*.ext`` (any number of suffixes: ``*.d.ts``), a full name (``dockerfile``), ``folder/name`` or
``name.*``.  One with an upper-case letter matches exactly so, the others in any case.  Languages have
GitHub Linguist's names; where the model does not cover one and it has no row in MARKS, the network is never
asked.  Behind a semicolon stand languages that are fine as content without being claimed ("*": all).  No
language: the name claims nothing.  A row replaces all that pygments says about its patterns.

Facts about shared extensions: GitHub Linguist's languages.yml, heuristics.yml and generic.yml, and the
tables of pre-commit/identify and pygments; the rows and the choice are this project's own.
"""

from __future__ import annotations

NAMES: tuple[tuple[str, str, str], ...] = (
    (
        "",
        "*.1 *.2 *.3 *.4 *.5 *.6 *.7 *.8 *.9",
        "manual sections, and versions, rotated logs, numbered copies (Linguist's generic.yml)",
    ),
    (
        "",
        "*.6502 *.a51 *.axlsx *.bxl *.C *.ccp *.clo *.command *.cpb *.cpy *.cql *.dfm *.di *.dml *.dof "
        "*.dpatch *.exheres-0 *.exlib *.f77 *.fpp *.ftn *.grt *.gsh *.gvy *.gy *.H *.hql *.hxsl *.idc "
        "*.inl *.ins *.itk *.jav *.jsb *.jsfl *.jsh *.lektorproject *.lfm *.livemd *.mdc *.mir *.nf "
        "*.nse *.ny *.pck *.ph *.pkb *.pks *.podsl *.pye *.pyt *.qbs *.rabl *.rbxs *.react *.reek "
        "*.rktd *.ronn *.rsx *.s43 *.sdc *.skylark *.sld *.sps *.ssjs *.tac *.tasm *.tk *.trigger "
        "*.vhf *.vho *.vht *.vhw *.watchr *.wdiff *.yap *.z80",
        "rare names of a language that has a usual one: met in a repository, they are as often something else",
    ),
    (
        "",
        "*.a *.ans *.art *.asc *.at *.automount *.aux *.bare *.bc *.be *.bin *.carbon *.cdf *.ci *.clay "
        "*.dax *.device *.dg *.dot *.e *.eml *.explain *.g *.graph *.instances *.io *.isa *.k *.ma "
        "*.mask *.max *.mo *.mount *.msc *.mt *.n *.nb *.nbp *.o *.pack *.path *.pc *.pem *.proc "
        "*.psc *.ptx *.q *.qvw *.red *.reg *.resource *.ride *.rts *.run *.scope *.sgf *.shape *.sil "
        "*.silver *.sl *.slash *.slice *.socket *.spice *.swap *.tal *.tap *.target *.tid *.timer *.tlb "
        "*.toc *.u *.u1 *.u2 *.udo *.usd *.usda *.vgl *.vp *.x *.zone",
        "binary in practice, or far too common a suffix for the one language that pygments gives it",
    ),
    (
        "",
        "*.actual *.approved *.backup *.bak *.baseline *.cache *.copy *.dat *.data *.default *.disabled "
        "*.dump *.err *.example *.expect *.expected *.fixture *.gen *.generated *.gold *.golden *.input "
        "*.list *.lock *.log *.logs *.lst *.md5 *.new *.off *.old *.orig *.out *.output *.part *.payload "
        "*.pid *.raw *.received *.ref *.reference *.result *.results *.rpmnew *.rpmsave *.sample *.save "
        "*.sha1 *.sha256 *.skip *.snap *.stamp *.stderr *.stdout *.sum *.swp *.temp *.test *.tests *.text "
        "*.tmp *.todo *.trace *.txt *.ver *.version",
        "says what the file is for, not its language",
    ),
    (
        "",
        "*.adp *.alg *.als *.ant *.boot *.bro *.bug *.builder *.cel *.cff.json *.comp *.cpl *.cps *.ctl "
        "*.dsr *.emacs *.es *.exp *.eye *.fc *.fd *.fif *.filters *.flo *.frm *.fun *.geo *.geom *.god "
        "*.ha *.hl *.install *.mac *.master *.mc *.me *.mi *.module *.mpl *.nc *.odd *.p8 *.pan *.pgf "
        "*.plb *.plot *.pls *.pr *.prawn *.prc *.prg *.prm *.pt *.ru *.rvt *.rx *.sky *.sla *.sp *.spt "
        "*.tag *.td *.theme *.ti *.tm *.trg *.viw *.workflow *.xdc *.xi *.xm",
        "a binary, a locale's code, or shared by unrelated formats: claims too much in practice",
    ),
    ("", "*.ddl", "dumps and schemas of any kind"),
    ("", "*.icon", "images of any format, beside programs in Icon"),
    ("", "*.CFF", "exact case: PostScript fonts' tables, and tests of them"),
    ("", "*.app *.ics *.link *.msg *.url", "too common to trust (Linguist's generic.yml)"),
    (
        "",
        "*.b *.ch *.j *.ls *.lsp *.ms *.nl *.plt *.re *.res *.rl *.s9 *.sch *.st9 *.tst",
        "shared by unrelated languages that the model does not cover",
    ),
    ("", "*.build *.options *.source", "only full names say what they are"),
    ("", "buildfile", "Buildr's, in Ruby, and build2's"),
    (
        "",
        "*.cfg *.cnf *.conf *.config *.env *.prefs *.rc .env .envrc",
        "configuration of any program, in any syntax",
    ),
    ("", "*.def", "module definitions, C macro lists, Modula-2: no one language"),
    (
        "",
        "*.desktop *.properties *.props *.service",
        "near INI, in dialects of their own; systemd, Java and MSBuild are not covered",
    ),
    ("", "*.duby *.rbs *.rbx", "Ruby-like, of their own grammar"),
    ("", "*.el.gz *.elc", "compiled or compressed"),
    ("", "dartconfiguration.tcl", "CTest's settings, which are no Tcl"),
    ("", "*.exec *.load *.sources control sources.list", "pygments' claim is one distribution's"),
    (
        "",
        "*.doc-base.ex cron.d.ex emacsen-install.ex emacsen-remove.ex emacsen-startup.ex init.d.ex "
        "init.d.lsb.ex manpage.1.ex manpage.sgml.ex manpage.xml.ex menu.ex postinst.ex postrm.ex preinst.ex "
        "prerm.ex watch.ex",
        "examples that dh_make writes, each in a language of its own",
    ),
    ("", "*.just justfile", "near make, a grammar of its own"),
    ("", "*.litcoffee", "CoffeeScript within Markdown"),
    ("", "*.map", "source maps, linker maps, game maps"),
    ("", "*.mod", "Modula-2, AMPL, XML, go.mod, NEURON, music: no one language"),
    ("", "*.pb *.pbt *.pbtxt *.prototxt *.textproto", "Protocol Buffers' data, text or binary"),
    ("", "*.rd *.rout .renviron", "R's own other formats"),
    ("", "*.Plo *.Po *.Tpo", "exact case: what automake's builds leave, lists of headers"),
    ("", "*.readme readme.me", "prose"),
    (
        "",
        "jconfig.* makcjpeg.* makdjpeg.* makljpeg.* maktjpeg.*",
        "libjpeg's settings and project files, found in many trees: behind the dot a system (jconfig.st, .wat)",
    ),
    ("", "*.sig", "signatures (PGP's, functions') more than Standard ML"),
    ("", "tmac.*", "macro packages of troff: behind the dot the name of one"),
    ("", "*.xc", "pygments' row is one product's"),
    ("", "*.xpl", "XProc pipelines or PL/SQL: rare, unclear"),
    (
        "",
        ".dockerignore .eslintignore .gcloudignore .gitattributes .gitignore .helmignore .hgignore "
        ".mailmap .npmignore .prettierignore",
        "pattern lists",
    ),
    (
        "",
        ".ldaprc autodelegate autohandler dhandler external.in kconfig ldaprc singularity "
        "standard-modules.in termcap terminfo",
        "full names of languages that the model does not cover",
    ),
    (
        "",
        "AUTHORS.* BUGS.* ChangeLog.* CHANGES.* COPYING.* COPYRIGHT.* FAQ.* HISTORY.* INSTALL.* LICENCE.* "
        "LICENSE.* NEWS.* NOTICE.* README.* Readme.* THANKS.* TODO.* tutor.*",
        "documents: behind the dot a topic, a licence or a locale (README.C++, COPYING.CC, tutor.pl)",
    ),
    (
        "",
        "authors changelog changes codeowners contributors copying copyright install licence license "
        "maintainers manifest news notice procfile readme todo version",
        "documents without an extension",
    ),
    (
        "",
        "copying.txt license.txt readme.txt requirements.txt robots.txt todo.txt",
        ".txt of no covered language",
    ),
    ("", "gemfile.lock mix.lock package.resolved podfile.lock yarn.lock", "lockfiles of their own formats"),
    ("", "go.mod go.sum go.work", "Go's own module syntax, not covered"),
    ("", "id_dsa id_ecdsa id_ecdsa_sk id_ed25519 id_ed25519_sk id_rsa", "keys: no business of this check"),
    ("ActionScript, AngelScript", "*.as", "neither is covered"),
    ("Ada", "*.ada *.adb *.ads *.gpr", "Ada and GNAT's projects"),
    ("Assembly, R; C", "*.S", "exact case: through the C preprocessor; S, the language from which R comes"),
    (
        "Assembly; C",
        "*.nasm *.s",
        "all dialects are one language",
    ),
    ("Assembly; C, M4", "*.asm", "all dialects are one language; M4 makes some"),
    ("Awk", "*.auk *.awk *.gawk *.mawk *.nawk", "awk's implementations"),
    ("Batchfile", "*.bat", "Windows batch"),
    (
        "Batchfile, Linker Script, U-Boot Script; Assembly, Shell, Tcl, Text",
        "*.cmd",
        "linker and boot commands share it and have marks; commands of any other program have not",
    ),
    ("BibTeX", "*.bib *.bibtex", "BibTeX"),
    ("C", "*.xbm *.xpm", "images written as C arrays"),
    ("C#", "*.csx", "C# scripts"),
    ("C#, CoffeeScript", "*.cake", "Cake scripts, Cakefile-like scripts"),
    (
        "C#, Smalltalk, ClearSilver; Text",
        "*.cs",
        "Squeak's change sets share it, and ClearSilver's templates, which have a mark; also the locale code of Czech",
    ),
    ("C++", "*.tcc *.txx", "template and inline parts of C++ headers"),
    ("C++, Component Pascal", "*.cp", "shared in Linguist's table"),
    ("C++, Objective-C, Hack; C", "*.hh", "Objective-C++ headers use it too; Hack has a mark"),
    ("C++, Objective-C, Matrix Market; C, Roff", "*.mm", "Objective-C++ is both; matrices have a mark; troff's mm"),
    ("C++; C", "*.cu *.cuh", "CUDA is C++ with launch marks"),
    ("C++; C", "*.ino", "Arduino sketches are C++"),
    ("C++; C, Objective-C", "*.h++ *.hpp *.hxx *.ipp *.tpp", "a header may be plain C, or for Objective-C++"),
    ("C, C++, Haskell", "*.hsc", "Haskell with C snippets"),
    (
        "C, C++, Objective-C; Assembly, Fortran, GLSL, Haskell",
        "*.h",
        "one header extension for the whole C family; assembler and shader headers exist, and macros for Haskell",
    ),
    ("C, C++; Assembly, CMake, M4, Makefile, Objective-C", "*.h.in", "headers of #undef and #cmakedefine lines"),
    (
        "C, C++; CMake, M4, Objective-C",
        "*.c.cmake *.c.cmake.in *.cpp.cmake *.h.cmake *.h.cmake.in",
        "sources that CMake fills in",
    ),
    ("C; C++", "*.c", "plugins and templates of C++ are named so as well; pygments' upper-case *.C has its own row"),
    (
        "Clojure",
        "*.clj *.cljc *.cljd *.cljs *.cljx *.edn riemann.config",
        "one language on several hosts; .bb is Babashka's, BitBake's below",
    ),
    ("Clojure, BitBake, BlitzBasic", "*.bb", "Babashka's and Yocto's"),
    ("CMake", "*.cmake *.cmake.in cmakelists.txt", "a .txt that is not text"),
    ("COBOL", "*.cbl *.cobol", "COBOL; copybooks may hold data alone"),
    ("COBOL, Caligari Model", "*.cob", "models in three dimensions share it and have a mark"),
    (
        "CoffeeScript",
        "*._coffee *.cjsx *.coffee *.cson *.iced cakefile",
        "CoffeeScript and its object notation",
    ),
    ("Common Lisp", "*.asd *.lisp", "Common Lisp"),
    ("Common Lisp, OpenCL, Visual Prolog, COOL", "*.cl", "OpenCL is as frequent as Lisp"),
    ("CSS", "*.css", "CSS"),
    ("CSV", "*.tsv", "tab-separated"),
    ("CSV; Text", "*.csv", "any delimiter, any text"),
    (
        "Cython; Python, C",
        "*.pxd *.pxi *.pyx",
        "much of Cython is plain Python or C declarations; .pyx.in and .pxi.in are templates",
    ),
    (
        "D, Makefile, DTrace, DejaGnu Expectation; C, C++, Markdown, Roff, Text, YAML, reStructuredText",
        "*.d",
        "D modules, compilers' dependency files (makefiles), DTrace scripts, expectations of tests, curl's manual",
    ),
    ("Dart", "*.dart", "Dart"),
    ("Diff", "*.diff *.patch *.rej", "patches contain every language"),
    (
        "Dockerfile",
        "*.containerfile *.docker *.dockerfile containerfile dockerfile dockerfile.test",
        "Docker's and Podman's names",
    ),
    ("Dockerfile", "Containerfile.* Dockerfile.*", "variants; exact case"),
    ("Elixir", "*.exs", "Elixir's scripts"),
    (
        "Elixir; INI, Makefile, Shell, Tcl, Text, Vim script, YAML",
        "*.ex",
        "Elixir; examples of packages and programs, and commands of the editor ex, are named so as well",
    ),
    ("Elm", "*.elm", "Elm"),
    ("Emacs Lisp", ".abbrev_defs .emacs .emacs.el .gnus .spacemacs _emacs cask", "Emacs' own names"),
    ("Emacs Lisp; Text", "*.el", "also the locale code of Greek"),
    (
        "Erlang",
        "*.app.src *.erl *.erl.hrl *.escript *.hrl *.xrl *.yrl rebar.config rebar.config.lock",
        "Erlang and its term files",
    ),
    ("F#", "*.fsi *.fsscript *.fsx", "F# only"),
    ("F#, Forth, GLSL", "*.fs", "all covered; Filterscript is theoretical"),
    ("fish", "*.fish", "fish is not covered"),
    ("Forth", "*.4th *.forth *.frt *.fth", "Forth only"),
    ("Fortran", "*.f03 *.f08 *.f90 *.f95", "standards by year; case does not matter here"),
    (
        "Fortran, Forth, Filebench WML, Verilog, Shell",
        "*.f",
        "also Verilog file lists and shell function files: claims too much",
    ),
    ("Fortran, Forth, Formatted", "*.for", "shared in Linguist's table"),
    ("GDScript, GAP, DejaGnu Expectation", "*.gd", "GAP's declarations and a linker's tests share it"),
    ("Gettext Catalog", "*.po *.pot", "gettext; .pot is also a PowerPoint template, which is binary"),
    ("Gherkin", "*.feature", "pygments' Bdd lexer is the same language"),
    (
        "GLSL",
        "*.glsl *.glslf *.glslv *.rchit *.rgen *.rmiss *.tesc *.tese *.vert",
        "shader stages",
    ),
    ("GLSL, JavaScript; Makefile", "*.frag", "shared in Linguist's table; Makefile.frag is a part of one"),
    ("GLSL; Assembly", "*.fsh *.vsh", "shaders, in assembler too"),
    ("Go", "*.go", "Go"),
    ("GraphQL", "*.gql *.graphql *.graphqls", "GraphQL documents and schemas"),
    (
        "Groovy",
        "*.gradle *.groovy *.jenkinsfile jenkinsfile",
        "Gradle, Jenkins and Nextflow scripts are Groovy",
    ),
    ("Groovy", "Jenkinsfile.*", "variants; exact case"),
    ("Groovy, HTML", "*.gsp", "Grails pages; Gosu is theoretical"),
    ("Handlebars", "*.handlebars *.hbs", "alone: a Handlebars template"),
    ("Haskell", "*.hs *.hs-boot", "Haskell"),
    ("Haxe", "*.hx", "Haxe"),
    ("HCL", "*.hcl *.nomad *.terragrunt *.tf *.tfvars *.tofu", "Terraform and HashiCorp's configurations"),
    ("HTML+ERB", "*.htm.erb *.html.erb *.rhtml *.xhtml.erb", "a page with ERB marks"),
    (
        "HTML+ERB; *",
        "*.erb",
        "alone, or before an unknown suffix: ERB over any text (Puppet's and Chef's templates)",
    ),
    ("HTML, C#, Visual Basic .NET; JavaScript", "*.cshtml *.razor *.vbhtml", "Razor: HTML with code"),
    ("HTML, Embperl; XML, JavaScript, CSS", "*.htm", "pages of old: Perl within one has a mark"),
    (
        "HTML, JavaScript, TypeScript; CSS, Markdown",
        "*.astro *.marko *.riot",
        "component files: HTML, script and style",
    ),
    ("HTML, PHP; JavaScript", "*.blade.php", "Blade: HTML with marks"),
    ("HTML, XML", "*.xht *.xhtml", "XHTML is both"),
    (
        "HTML; *",
        "*.dtl *.dust *.eco *.ecr *.eex *.ejs *.ftl *.ftlh *.heex *.hogan *.jet *.jst *.latte *.leex "
        "*.liquid *.mako *.mustache *.njk *.tera *.twig *.vm *.whiskers",
        "alone: mostly HTML, but a template makes any file; the template languages themselves are not covered",
    ),
    (
        "HTML; C#, Visual Basic .NET, JavaScript",
        "*.asax *.ascx *.ashx *.asmx *.aspx",
        "ASP.NET pages: HTML with code",
    ),
    (
        "HTML; JavaScript, Java, XML, CSS, VBA, Jinja, SQL",
        "*.asp *.jsp *.jspf",
        "server pages: HTML with code",
    ),
    ("HTML; JavaScript, XML", "*.component.html *.hta *.ng2", "HTML with an application's marks"),
    ("HTML; XML, JavaScript, CSS", "*.html", "pages carry scripts and styles"),
    ("INI, Inform 6", "*.inf", "Windows setup files; Inform shares it"),
    (
        "INI, TeX Format; PHP",
        "*.ini",
        "free-form in practice, in PHP too; accepts says more; what TeX's formats are made from has a mark",
    ),
    (
        "INI; Shell, TOML, Text",
        ".bumpversion.cfg .coveragerc .editorconfig .flake8 .gitconfig .gitmodules .hgrc .isort.cfg "
        ".npmrc .pydistutils.cfg .pylintrc .pypirc buildout.cfg pylintrc setup.cfg tox.cfg",
        "INI without its extension",
    ),
    ("Java", "*.java", "Java and JShell"),
    ("Java, AspectJ", "*.aj", "AspectJ is Java with pointcuts"),
    (
        "JavaScript",
        "*.cjs *.es6 *.gjs *.jscad *.jsm *.mjs *.pac jakefile",
        "JavaScript of other module kinds and hosts",
    ),
    ("JavaScript", "*.jake", "JavaScript for other hosts"),
    ("JavaScript", "*.js", "the plain extension"),
    ("JavaScript, Genie, GLSL, Gosu", "*.gs", "Google Apps Script and others"),
    ("JavaScript; HTML, Svelte, Vue, XML", "*.jsx", "markup within code"),
    ("JavaScript; TypeScript", "*.js.flow", "Flow's types read like TypeScript's"),
    ("Jinja", "*.j2 *.jinja *.jinja2", "alone: Jinja over any text"),
    (
        "JSON",
        "*.avsc *.code-snippets *.code-workspace *.geojson *.gltf *.har *.ipynb *.json *.json-tmlanguage "
        "*.jsonc *.jsonld *.sublime-project *.sublime-settings *.tfstate *.topojson *.webapp "
        "*.webmanifest *.yyp .all-contributorsrc .arcconfig .auto-changelog .bowerrc .jslintrc "
        ".tern-project .watchmanconfig composer.lock flake.lock pipfile.lock",
        "JSON family; comments and trailing commas are the parser's business",
    ),
    ("JSON", "*.jsonl *.ndjson", "one JSON value a line"),
    ("JSON", "*.tf.json", "Terraform in JSON"),
    (
        "JSON, JavaScript; YAML",
        ".babelrc .eslintrc .htmlhintrc .jscsrc .jshintrc .lintstagedrc .markdownlintrc .nycrc "
        ".prettierrc .remarkrc .stylelintrc .swcrc",
        "rc files: JSON with comments, some hosts take YAML or JavaScript",
    ),
    ("JSON, YAML", "*.sarif", "JSON by its standard"),
    ("JSON, YAML; JavaScript", ".yarnrc.json", "JSON by its name"),
    ("JSON; JavaScript", "*.json5", "JSON5 is an object literal of JavaScript, with names unquoted"),
    ("JSON; Text", "*.mcmeta", "Minecraft's metadata"),
    ("Julia", "*.jl", "Julia"),
    ("Kotlin", "*.kt *.ktm *.kts", "Kotlin and its scripts, Gradle's too"),
    ("Less; CSS", "*.less", "Less extends CSS"),
    (
        "Lex, Yacc, C, C++",
        "*.l *.lex *.ll *.lpp *.y *.ypp *.yy",
        "grammars: C in a foreign frame; .ll is LLVM too, .l also Common Lisp, PicoLisp and Roff",
    ),
    ("Literate Haskell, TeX; Haskell", "*.lhs", "Haskell within TeX: not covered as such"),
    (
        "Lua",
        "*.lua *.luacheckrc *.pd_lua *.rockspec *.wlua .luacheckrc .luacov",
        "Lua and what is written in it",
    ),
    ("Lua", "*.luau", "Luau is Lua with types"),
    ("M4", "aclocal.m4 configure.ac configure.in", "autoconf's inputs are M4 around shell"),
    ("M4, AC3D", "*.ac", "autoconf's inputs; three-dimensional models have a mark"),
    ("M4; Roff", "*.m4", "macros over anything: autoconf's, sendmail's; manual pages are made so as well"),
    (
        "Makefile",
        "*.am *.mak *.mkfile bsdmakefile debian/rules gnumakefile kbuild makefile makefile.am "
        "makefile.dep makefile.in makefile.inc makefile.vc makefile.win mkfile",
        "make, in its usual names",
    ),
    ("Makefile", "Kbuild.* Makefile.*", "variants; exact case, as makefile.pyc is a module"),
    ("Makefile; INI, YAML", "*.make", "Drush's lists of modules share it"),
    ("Makefile; Shell", "*.mk.in", "a configured makefile"),
    ("Makefile; Text", "*.mk", "also the locale code of Macedonian"),
    (
        "Markdown",
        "*.markdown *.mdown *.mdwn *.mkd *.mkdn *.mkdown",
        "Markdown, with any language quoted in it",
    ),
    (
        "Markdown",
        "changes.md faq.md history.md install.md news.md readme.markdown readme.md todo.md",
        "README.* and its kin claim nothing, these names do",
    ),
    ("Markdown, GCC Machine Description", "*.md", "GCC's machine descriptions have a mark"),
    ("Markdown; Elixir, Julia, Python, R", "*.qmd *.rmd", "notebooks: prose around code"),
    ("Markdown; JavaScript, TypeScript", "*.mdx", "Markdown with JSX"),
    ("MATLAB", "*.matlab *.octave", "MATLAB and Octave"),
    ("Meson", "meson.build meson.options meson_options.txt", "full names; .build alone claims nothing"),
    ("Metal, C++", "*.metal", "C++ dialect"),
    ("Nim", "*.nim *.nimble *.nimrod *.nims", "Nim"),
    ("Nix", "*.nix", "Nix"),
    (
        "Objective-C, MATLAB, Mathematica, Mercury, Limbo, M, MUF, Mason, Message Catalog; Roff",
        "*.m",
        "seven languages in Linguist's table; the model covers two; gencat's messages; sources of manual pages",
    ),
    ("OCaml", "*.eliom *.eliomi *.ml4 *.mli *.mll *.mlp *.mlt *.mly", "OCaml and its generators' inputs"),
    ("OpenCL, C", "*.opencl", "C dialect that the model does not cover"),
    ("OpenEdge ABL, Pascal, Pawn, Gnuplot, Prolog", "*.p", "shared in Linguist's table"),
    ("Pascal", "*.dpk *.dpr *.lpr *.pas", "Delphi's and Lazarus's projects"),
    ("Perl", "*.perl *.plx *.psgi Build.PL cpanfile Makefile.PL", "Perl by convention"),
    ("Perl, Prolog, Raku; Text", "*.pl", "three languages, all covered; also the locale code of Polish"),
    ("Perl, Raku", "*.pm", "Promela's .pm is theoretical"),
    ("Perl, Raku", "*.pod *.pod6 *.podspec6", "documentation in a Perl file's frame"),
    (
        "Perl, Raku, Turing, Terra, TADS 3, Cram",
        "*.t",
        "also shell transcripts (Cram) of Mercurial's and OCaml's tests: claims too much",
    ),
    (
        "PHP, C, C++, Pascal, Assembly, SQL, HTML, BitBake, POV-Ray SDL, Pawn, SourcePawn, NASL",
        "*.inc",
        "any language's include file",
    ),
    (
        "PHP; HTML",
        "*.php3 *.php4 *.php5 *.php7 *.phps *.phpt",
        "PHP of other versions, its sources and tests",
    ),
    ("PHP; HTML, JavaScript, CSS, XML", "*.ctp *.phtml", "PHP templates are mostly HTML"),
    ("PostScript", "*.eps *.epsi *.pfa", "PostScript; binary previews exist"),
    ("PostScript; Text", "*.ps", "also the locale code of Pashto"),
    ("PowerShell", "*.ps1 *.psd1 *.psm1", "PowerShell"),
    ("Prolog", "*.prolog", "pygments adds cplint, a Prolog with probabilities, which reads the same"),
    ("Prolog, ECLiPSe, ECL", "*.ecl", "shared in Linguist's table"),
    ("Prolog, IDL, QMake, INI, Visual Prolog, cplint", "*.pro", "Qt's project files are most of them"),
    ("Prolog, Logtalk", "*.lgt *.logtalk", "Logtalk is Prolog with objects; the corpus labels it Prolog"),
    ("Protocol Buffer", "*.proto3 *.protodevel", "schemas; text format has its own names"),
    (
        "Protocol Buffer, Dvips Settings; Shell, Tcl, VHDL",
        "*.proto",
        "schemas; prototypes of other things: of dvips' settings, which have a mark",
    ),
    ("Puppet, Pascal, PolyPackage, GPP; C, C++", "*.pp", "Free Pascal, two with marks, what a C preprocessor made"),
    ("PureScript", "*.purs", "PureScript"),
    (
        "Python",
        "*.jy *.py *.py3 *.pyi *.pyw *.sage *.smk *.wsgi *.xsh .pystartup .pythonrc "
        "sconscript sconstruct scsub snakefile wscript",
        "Python and what is written in it",
    ),
    ("Python; JSON, JavaScript", "*.gyp *.gypi", "a Python literal, near JSON"),
    ("QML; JavaScript, XML", "*.qml", "QML holds JavaScript; QuakeML and quiz formats are XML"),
    ("R", "*.rprofile .Rhistory .Rprofile", "R by convention"),
    (
        "R, Rebol, Rez, DejaGnu Expectation; C",
        "*.r",
        "Rebol, old Macintosh's resources and a linker's tests share it and have marks",
    ),
    ("Racket", "*.rkt *.rktl *.scrbl", "Racket, with its documents in Scribble"),
    ("Raku", "*.6pl *.6pm *.nqp *.p6 *.pl6 *.pm6 *.raku *.rakudoc *.rakumod *.rakutest", "Raku, once Perl 6"),
    ("Ren'Py, Python", "*.rpy", "Ren'Py is not covered"),
    ("reStructuredText", "*.rest *.rest.txt *.rst *.rst.txt", "reStructuredText"),
    (
        "reStructuredText",
        "authors.rst changes.rst faq.rst history.rst install.rst news.rst readme.rst todo.rst",
        "README.* and its kin claim nothing, these names do",
    ),
    (
        "Roff",
        "*.1m *.1p *.3p *.3pm *.3ssl *.3x *.mdoc *.roff *.tmac *.troff",
        "manual pages; numbered suffixes are too common to trust",
    ),
    ("Roff; Markdown, Perl, Text, XML, reStructuredText", "*.man", "manual pages, and what they are made from"),
    ("RPM Spec, Ruby, Python", "*.spec", "RPM, PyInstaller and test specs: claims too much"),
    (
        "Ruby",
        "*.gemspec *.jbuilder *.podspec *.rake *.rb *.rbi *.rbw *.thor .irbrc "
        ".pryrc .simplecov appfile appraisals berksfile brewfile capfile cheffile dangerfile "
        "deliverfile fastfile gemfile guardfile matchfile mavenfile podfile puppetfile rakefile snapfile "
        "steepfile thorfile vagrantfile",
        "Ruby by its tools' conventions",
    ),
    ("Ruby", "Gemfile.*", "variants; exact case"),
    ("Ruby", "config.ru", "Rack's; .ru alone is also Russian"),
    ("Ruby, Crystal", "*.cr", "Crystal; much of it reads as Ruby"),
    ("Rust", "*.rs.in", "a configured Rust file"),
    ("Rust, RenderScript", "*.rs", "RenderScript has a mark"),
    ("Sass; Stylus", "*.sass", "indented syntax"),
    ("Scala", "*.kojo *.sbt *.scala", "Scala and its build files"),
    ("Scala, SuperCollider", "*.sc", "pygments has Python (Sage); Linguist Scala and SuperCollider"),
    ("Scheme", "*.scm", "Scheme; tree-sitter's queries are named .scm as well and are near it"),
    ("Scheme, Racket", "*.ss", "Racket's older extension"),
    ("SCSS; CSS", "*.scss", "SCSS extends CSS"),
    (
        "Shell",
        "*.bash *.bats *.dash *.ebuild *.eclass *.ksh *.openrc *.sh "
        "*.tmux *.zsh *.zsh-theme .bash_aliases .bash_completion .bash_functions .bash_login "
        ".bash_logout .bash_profile .bashrc .kshrc .profile .xinitrc .xsession .zlogin .zlogout .zprofile "
        ".zshenv .zshrc apkbuild bash_aliases bash_logout bash_profile bashrc gradlew kshrc mvnw pkgbuild "
        "zshrc",
        "shells and their start files; sh, bash, zsh, ksh are one language here",
    ),
    ("Shell; *", "*.sh.in", "configured scripts carry @marks@ and the target's language"),
    ("Shell; Assembly", "*.ash", "the Almquist shell's; assembler is named so as well"),
    ("Smali", "*.smali", "Smali"),
    (
        "Smalltalk, StringTemplate, HTML, Structured Text, Enscript States; YAML",
        "*.st",
        "StringTemplate files, PLC programs, the states of GNU enscript and the trees of isl's schedules share it",
    ),
    ("Solidity, Gerber Image, Solver Output", "*.sol", "circuit boards' solder layers and solutions have marks"),
    (
        "SQL",
        "*.mysql *.pgsql *.plsql *.psql *.sql *.tsql",
        "all dialects are one language here (Linguist's longest dispute)",
    ),
    ("Standard ML", "*.sml", "Standard ML"),
    ("Standard ML, OCaml, Mocklisp", "*.ml", "OCaml is meant nearly always; Gosling's Emacs has a mark"),
    (
        "Starlark, Python",
        "BUCK BUILD.bazel MODULE.bazel tiltfile WORKSPACE WORKSPACE.bazel",
        "Bazel's and Buck's; pygments has them as Python",
    ),
    ("Starlark, Python; Text", "BUILD", "Bazel's; elsewhere notes on how to build"),
    ("Starlark, STAR; Python", "*.star", "crystallographic data files have a mark"),
    ("Starlark; Python", "*.bazel *.bzl", "Starlark is a dialect of Python"),
    ("Stylus; CSS, Sass", "*.styl *.stylus", "Stylus takes plain CSS"),
    ("Svelte", "*.svelte", "Svelte"),
    ("Swift", "*.swift *.swift.gyb *.swiftinterface", "Swift"),
    (
        "SWIG, Assembly, C, C++, Motorola 68K Assembly",
        "*.i",
        "SWIG interfaces, preprocessed C, assembler includes",
    ),
    ("SystemVerilog, Verilog", "*.svh", "SystemVerilog headers"),
    ("SystemVerilog; Text, Verilog", "*.sv", "also the locale code of Swedish"),
    ("Tcl", "*.itcl *.tcl *.tclsh", "Tcl, Expect and EDA tools' scripts"),
    ("Tcsh", "*.csh *.tcsh .cshrc .login", "C shell is not covered"),
    (
        "TeX",
        "*.bbl *.bbx *.cbx *.dtx *.latex *.lbx *.ltx *.mkii *.mkiv *.mkvi *.sty *.tex *.tikz",
        "TeX and its package files",
    ),
    (
        "TeX, Visual Basic 6.0, VBA, Apex, OpenEdge ABL, ObjectScript",
        "*.cls",
        "classes of five languages; the model covers two",
    ),
    ("Thrift", "*.thrift", "Thrift"),
    (
        "TOML",
        ".cargo/config cargo.lock gopkg.lock Makefile.toml netlify.toml pdm.lock pipfile poetry.lock uv.lock",
        "TOML without its extension",
    ),
    (
        "TypeScript",
        "*.cts *.mts",
        "TypeScript with JSX, or of a fixed module kind; .tsx is also Tiled's XML, see accepts of evidence",
    ),
    ("TypeScript", "*.d.cts *.d.mts *.d.ts", "declarations: never Qt's XML"),
    ("TypeScript, XML, TypoScript, Time Series", "*.ts", "Qt translations are XML named .ts; the others have a mark"),
    ("TypeScript; XML", "*.tsx", "TypeScript with JSX; Tiled's tile sets are XML named .tsx"),
    ("Vala", "*.vala *.vapi", "Vala and its bindings"),
    ("VBA", "*.vba", "VBA only"),
    (
        "VBA, Visual Basic 6.0, Visual Basic .NET, FreeBasic, QBasic, B4X, BASIC",
        "*.bas",
        "every BASIC; the model covers two",
    ),
    ("VBScript, VBA", "*.vbs", "VBScript reads as VBA and is not covered"),
    (
        "Verilog, SystemVerilog, Rocq Prover, V; Haskell, Markdown, OCaml, Prolog, Standard ML, Text",
        "*.v",
        "Rocq and V are as real as Verilog, and a network that knows neither sees these in them",
    ),
    ("Verilog, SystemVerilog; C, C++", "*.vh", "Verilog headers; some are C macros"),
    ("VHDL", "*.vhd *.vhdl", "VHDL; .vhd is also a disk image, which is binary"),
    (
        "Vim script",
        "*.vim *.vmb .exrc .gvimrc .nvimrc .vimrc _exrc _gvimrc _vimrc gvimrc vimrc",
        "Vim's own names",
    ),
    ("Visual Basic .NET", "*.vb", "Visual Basic .NET"),
    ("Vue; HTML, JavaScript, TypeScript, CSS", "*.vue", "single-file components"),
    ("WebAssembly", "*.wast", "WebAssembly's tests"),
    (
        "WebAssembly; Batchfile, C, Makefile, Shell",
        "*.wat",
        "WebAssembly's text; files for Watcom's compiler are named so as well",
    ),
    (
        "XML",
        "*.atom *.axaml *.ccxml *.clixml *.collada *.cscfg *.csdef *.csproj *.dae *.depproj *.dita "
        "*.ditamap *.fsproj *.fxml *.glade *.gpx *.jelly *.kml *.metalink *.mjml *.mxml *.ndproj *.nuspec "
        "*.osm *.pkgproj *.pom *.ps1xml *.psc1 *.qrc *.rdf *.resx *.rng *.rss *.scxml "
        "*.shproj *.sqlproj *.srdf *.storyboard *.stTheme *.tmlanguage *.tmpreferences "
        "*.tmsnippet *.tmtheme *.tmx *.urdf *.vbproj *.vcproj *.vcxproj *.vsixmanifest *.vstemplate "
        "*.vxml *.workbook *.wsdl *.wxi *.wxl *.wxs *.x3d *.xacro *.xaml *.xbrl *.xib *.xlf *.xliff "
        "*.xmi *.xproj *.xsd *.xspec *.xul *.zcml .classpath .cproject .project app.xml manifest.xml",
        "an XML vocabulary",
    ),
    ("XML", "*.vcxproj.filters", "Visual Studio's"),
    ("XML, INI", "app.config nuget.config packages.config web.config", ".NET's are XML, in full names"),
    ("XML, Property List", "*.plist", "those of GNUstep, in braces, have a mark"),
    ("XML, SVG", "*.svg", "an SVG image is XML"),
    ("XML; C++", "*.ui", "Qt Designer's and GTK's forms"),
    ("XML; HTML", "*.jspx *.tagx", "JSP in XML syntax"),
    ("XML; HTML", "*.xml", "XHTML and XML dialects with HTML inside"),
    ("XML; INI, JSON, Text", "*.proj", "MSBuild's, and settings and projections of other programs"),
    ("XML; JavaScript, VBA, Visual Basic .NET", "*.wsf", "scripts of Windows, in XML or bare"),
    ("XML; Makefile", "*.targets", "MSBuild's; parts of makefiles"),
    ("XSLT, XML", "*.xsl *.xslt", "XSLT is XML"),
    (
        "YAML",
        "*.cff *.sublime-syntax *.yaml *.yml .ansible-lint .clang-format .clang-tidy .clangd .gemrc .yamllint cff",
        "YAML without its extension, or a YAML dialect; Helm and Ansible put Jinja or Go templates in it",
    ),
    ("YAML", "*.rviz", "YAML by Linguist's table"),
    ("YAML, JSON", "*.eslintrc.yml", "YAML by its name"),
    ("YAML, Scheme", "*.sls", "Salt states, R6RS libraries"),
    ("YAML; JavaScript, TypeScript", "yarn.lock.yml", "YAML by its name"),
    ("YARA", "*.yar *.yara", "YARA rules"),
    ("Zig", "*.zig *.zon", "Zig and its object notation"),
)

# Suffixes that are stripped before the name is looked up.  Template marks are then fine in the content.
TEMPLATES: tuple[tuple[str, str], ...] = (
    (".cmakein", "CMake fills in @marks@"),
    (".ctmpl", "Consul templates"),
    (".dist", "a copy to adapt; same content"),
    (".ecr", "Embedded Crystal"),
    (".eex", "Embedded Elixir"),
    (".ejs", "Embedded JavaScript"),
    (".epp", "Embedded Puppet"),
    (".erb", "Embedded Ruby, over any language"),
    (".ftl", "FreeMarker"),
    (".gotmpl", "Go's templates"),
    (".gyb", "Generate Your Boilerplate (Swift)"),
    (".handlebars", "Handlebars"),
    (".hbs", "Handlebars"),
    (".heex", "Embedded Elixir for HTML"),
    (".in", "configure and CMake fill in @marks@"),
    (".j2", "Jinja (Ansible)"),
    (".jet", "Jet"),
    (".jinja", "Jinja"),
    (".jinja2", "Jinja"),
    (".leex", "Embedded Elixir for HTML"),
    (".liquid", "Liquid"),
    (".mako", "Mako"),
    (".mustache", "Mustache"),
    (".njk", "Nunjucks"),
    (".template", "CloudFormation's and others' templates"),
    (".tera", "Tera"),
    (".tftpl", "Terraform's templates"),
    (".tmpl", "Go's, Cheetah's and others' templates"),
    (".tpl", "Smarty, Helm, Terraform"),
    (".tt", "Template Toolkit, T4, Thor"),
    (".twig", "Twig"),
    (".vm", "Velocity"),
)

# pygments' lexer names that are this project's languages under another name, or no language of a file ("").
LEXERS: tuple[tuple[str, str, str], ...] = (
    ("Bash", "Shell", "Linguist's name"),
    ("Bdd", "Gherkin", "a second lexer of one language"),
    ("COBOLFree", "COBOL", "free format"),
    ("CUDA", "C++", "a dialect"),
    ("ClojureScript", "Clojure", "another host"),
    ("Darcs Patch", "Diff", "another header"),
    ("Delphi", "Pascal", "Linguist's name"),
    ("Django/Jinja", "Jinja", "Linguist's name"),
    ("Docker", "Dockerfile", "Linguist's name"),
    ("EmacsLisp", "Emacs Lisp", "Linguist's name"),
    ("FortranFixed", "Fortran", "fixed form"),
    ("GAS", "Assembly", "one language for all dialects"),
    ("Groff", "Roff", "Linguist's name"),
    ("HTML+Handlebars", "Handlebars", "Linguist's name"),
    ("HTML+PHP", "PHP", "Linguist's name"),
    ("JSON-LD", "JSON", "JSON family"),
    ("JSON5", "JSON", "JSON family"),
    ("JSX", "JavaScript", "Linguist's name"),
    ("LessCss", "Less", "Linguist's name"),
    ("Matlab", "MATLAB", "Linguist's name"),
    ("NASM", "Assembly", "one language for all dialects"),
    ("Nimrod", "Nim", "Linguist's name"),
    ("Objective-C++", "Objective-C", "one of the family"),
    ("Octave", "MATLAB", "a dialect"),
    ("Perl6", "Raku", "Linguist's name"),
    ("RHTML", "HTML+ERB", "Linguist's name"),
    ("S", "R", "Linguist's name"),
    ("SQL+Jinja", "SQL", "dialects are one language"),
    ("TASM", "Assembly", "one language for all dialects"),
    ("TSX", "TypeScript", "Linguist's name"),
    ("Terraform", "HCL", "Linguist's name"),
    ("Transact-SQL", "SQL", "dialects are one language"),
    ("VB.net", "Visual Basic .NET", "Linguist's name"),
    ("VimL", "Vim script", "Linguist's name"),
    ("WDiff", "Diff", "word diff"),
    ("ca65 assembler", "Assembly", "one language for all dialects"),
    ("systemverilog", "SystemVerilog", "Linguist's name"),
    ("verilog", "Verilog", "Linguist's name"),
    ("vhdl", "VHDL", "Linguist's name"),
)

# What the tools of GNU's binutils are expected to print, and the options that they are tested with.
_DEJAGNU = (
    r"^# ?(?:as|error|ld|name|nm|objdump|readelf|size|source|(?:no)?target|warning)[: ]"
    r"|: *\+?\s+file format |^(?:Contents|Disassembly) of section "
)

# Languages that the model does not cover but that share an extension with one it does: the mark (a regular
# expression, ^ and $ at every line) by which a content is known for theirs.  A claimed language with a mark
# counts as covered. No reasons here: the mark is the language's own syntax.
MARKS: tuple[tuple[str, str, str], ...] = (
    ("*.ac", "AC3D", r"\AAC3D"),
    ("*.cmd", "Linker Script", r"^[ \t]*(?:MEMORY|SECTIONS)\b|^[ \t]*-(?:stack|heap|l)\b"),
    ("*.cmd", "U-Boot Script", r"^[ \t]*(?:setenv[ \t]+\w|(?:boot[imz]|sf probe|fatload|ext[24]load|tftp\w*)[ \t])"),
    ("*.cob", "Caligari Model", r"\ACaligari "),
    ("*.cs", "ClearSilver", r"<\?cs\b"),
    (
        "*.d",
        "DTrace",
        r"^#pragma D |^[ \t]*provider[ \t]+\w+[ \t]*\{|^[\w$*]*:[\w$*]*:[\w$*.]*:[\w$*-]*|^(?:BEGIN|END"
        r"|tick-\w+)[ \t]*$|^#!.*dtrace",
    ),
    ("*.d", "DejaGnu Expectation", _DEJAGNU),
    ("*.gd", "DejaGnu Expectation", _DEJAGNU),
    ("*.gd", "GAP", r"^[ \t]*Declare[A-Z]\w*\s*\(|^#[A-Z] {2}"),
    ("*.hh", "Hack", r"\A(?:#!.*\n)?<\?hh"),
    ("*.htm", "Embperl", r"\[([-+!$])\s(?s:.*?)\s\1\]"),
    ("*.ini", "TeX Format", r"^\\(?:dump|input)\b|\\dump\b"),
    ("*.m", "Limbo", r"^implement [\w, ]+;|^[A-Z]\w*: module$"),
    ("*.m", "M", r"\A[A-Za-z%]\w*(?:\(.*\))?[ \t]*;"),
    ("*.m", "MUF", r"^: [\w-]+ .*\(|^\$(?:def|include|author) "),
    ("*.m", "Mason", r"<%(?:args|init|perl|method|def)\b|<&"),
    ("*.m", "Mathematica", r"\A\s*\(\*|^(?:BeginPackage|Begin|Needs|Get)\[|:= *(?:Module|Block|With)\["),
    ("*.m", "Mercury", r"^:- (?:module|interface|import_module|pred|func)\b"),
    ("*.m", "Message Catalog", r"^\$set \d+|^\$ codeset="),
    ("*.md", "GCC Machine Description", r"^\((?:define_|include )"),
    ("*.ml", "Mocklisp", r"\A\s*(?:;[^\n]*\n\s*)*\((?!\*)"),
    ("*.mm", "Matrix Market", r"\A%%(?i:matrixmarket)\b"),
    ("*.plist", "Property List", r"\A\s*(?:(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)\s*)*[{(]"),
    ("*.pp", "GPP", r"<#(?:define|if\w*|include|mode)\b"),
    ("*.pp", "PolyPackage", r"^%(?:set|if|fixup|service|depend|files|(?:pre|post)(?:in|up|un))\b"),
    ("*.proto", "Dvips Settings", r"\A\s*%(?s:.*?)^[DMm] ?\w+[ \t]*$"),
    ("*.r", "DejaGnu Expectation", _DEJAGNU),
    ("*.r", "Rebol", r"(?i:\bREBOL\s*\[)|(?i:\bRed\s*\[)"),
    ("*.r", "Rez", r"^(?:data|resource|type) '[^'\n]{4}'"),
    ("*.rs", "RenderScript", r"^#pragma (?:rs|version)\b"),
    ("*.sol", "Gerber Image", r"\A\s*(?:G0[0-9]|%FS|%MO|M48)"),
    ("*.sol", "Solver Output", r"^(?:Step: |SAT$|Answer: |(?:UN)?SATISFIABLE|OPTIMUM FOUND|UNKNOWN)"),
    ("*.st", "Enscript States", r"^[ \t]*state [\w-]+(?: extends [\w-]+)?\s*(?:\{|$)"),
    ("*.st", "StringTemplate", r"^\w+\([^)\n]*\) *::=|^(?:delimiters|group) |<if\(|\$\w+(?:\.\w+)*\$"),
    ("*.st", "Structured Text", r"^[ \t]*(?i:END_VAR|END_FUNCTION_BLOCK|END_PROGRAM)\b"),
    ("*.star", "STAR", r"^data_\w*[ \t]*$|^loop_[ \t]*$"),
    ("*.ts", "Time Series", r"^@(?i:classlabel|problemname|targetlabel|timestamps)\b"),
    ("*.ts", "TypoScript", r"^<INCLUDE_TYPOSCRIPT|^(?:page|lib|plugin|tt_content)(?:\.\w+)* *(?:[={<]|:=)"),
    (
        "*.v",
        "Rocq Prover",
        r"^[ \t]*(?:From \w|Require |Theorem |Lemma |Definition |Inductive |Fixpoint |Notation "
        r"|Proof\.|Ltac |Section \w+\.)",
    ),
    ("*.v", "V", r"^(?:pub )?fn [^>;\n]*\{$(?s:.{0,500}?):=|\A(?://.*\n)*module \w+\n"),
)
