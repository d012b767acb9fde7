"""Everything that knows AWS, HTTP, XML or PDF; the rules themselves live in ``helsebro``."""
