"""The evaluation of a model on a corpus: predictions, figures, and the page that shows them."""
