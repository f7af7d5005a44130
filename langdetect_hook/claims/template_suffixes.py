"""Suffixes that are stripped before a name is looked up: template marks are then fine in the content."""

from __future__ import annotations

# suffix, what writes or reads it
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
