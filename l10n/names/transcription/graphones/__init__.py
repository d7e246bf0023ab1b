"""The graphone model: how names of every origin are written in the other alphabet, learnt from pairs. See `builder`."""
