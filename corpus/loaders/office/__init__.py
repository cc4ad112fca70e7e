"""Word, PowerPoint and Excel: parts of a package, walked by ECMA-376."""
