"""Code blocks with a language tag in the documentation of packages: a test set of another kind than the corpus."""
