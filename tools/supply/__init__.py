"""What is shipped and what it needs: where each data file is from, how each dependency is kept. No part of a run."""
