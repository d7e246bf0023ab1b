"""Where drafts come from: documents translated before."""
