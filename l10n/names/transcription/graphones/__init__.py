"""The graphone model: how names of every origin are written in the other alphabet, learnt from pairs.

Takes a word, gives its spellings with their costs. Trained by `tools/train_graphones`.
"""
