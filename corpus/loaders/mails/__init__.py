"""Mails, mailboxes and messages of Outlook."""
