"""A package of its own: spylls installs one of this name, which would hide ours."""
