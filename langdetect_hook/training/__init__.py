"""From a corpus to a model and its measures: the only package that imports TensorFlow; the hook never needs it."""

import os

# Set before anything imports TensorFlow. Its remarks about this machine's processor do not help a user; its oneDNN
# kernels, which only some processors get, sum in another order, so that one seed would not mean one model.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
