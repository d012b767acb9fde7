"""What a call costs in CPU, cold and warm, beside other ways to write it (``make bench``). Never a test."""
