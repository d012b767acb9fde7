"""PDF: the guarantee as a document a member can show, tagged for screen readers and sealed."""
