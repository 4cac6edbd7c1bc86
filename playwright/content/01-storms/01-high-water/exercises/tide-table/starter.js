function tide(hours) {}
