"""From a corpus to a model and its measures: the only package that imports TensorFlow; the hook never needs it."""

import os

# Before anything imports TensorFlow. What it has to say of this machine's processor is no news to a user; and its
# oneDNN kernels, which only some processors get, sum in another order: one seed would not mean one model.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
