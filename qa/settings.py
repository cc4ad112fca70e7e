"""What a user can set.  The only file that reads the environment."""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass
from importlib.resources import files
from ipaddress import ip_network
from pathlib import Path
from typing import Self
from urllib.parse import SplitResult, unquote, urlsplit

import platformdirs

from corpus.errors import CitedQAError
from corpus.limits import Limits
from index.milvus import Address
from language.languages import preferred

OWN_DOCUMENTS = platformdirs.user_documents_path() / "cited-qa"
FAISS = "faiss"
# What a browser sends as the origin of a page: no path, no letters beyond ASCII; and the port that
# it leaves out.
ORIGIN = re.compile(
    r"https?://(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:]+\])(?::(?P<port>\d{1,5}))?"
)
OWN_PORT = re.compile(r"(?<=^http)(://.*):80$|(?<=^https)(://.*):443$")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# Nothing, or "ray", or that with the address of a cluster.
WORKERS = re.compile(r"(?:ray(?::(?P<address>[^\s/@]+:\d{1,5}))?)?")


class SettingsError(CitedQAError):
    """A setting has a value that cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and which model embeds; every field has an environment variable."""

    corpus: Path | None  # CITED_QA_CORPUS: documents; None is what the index was built from
    index: Path  # CITED_QA_INDEX
    cache: Path  # CITED_QA_CACHE: the unpacked model
    model: str | None  # CITED_QA_MODEL: a sentence-transformers name or folder
    host: str  # CITED_QA_HOST
    port: int  # CITED_QA_PORT
    limits: Limits  # CITED_QA_FILE_MB, CITED_QA_FILE_SECONDS, CITED_QA_FILE_MEMORY_MB
    documents: Path = (
        platformdirs.user_documents_path() / "cited-qa"
    )  # CITED_QA_DOCUMENTS: one's own
    auth: Path | None = None  # CITED_QA_AUTH: users and hashed passwords; None is no login
    uploads: bool | None = None  # CITED_QA_UPLOADS: None is on this machine only
    deletes: bool | None = None  # CITED_QA_DELETES: likewise
    per_minute: int = 60  # CITED_QA_PER_MINUTE: questions of one person
    feedback: Path | None = None  # CITED_QA_FEEDBACK: ratings; None is beside the index
    # CITED_QA_CONVERSATIONS: of those who sign in, an SQLite file; None is beside the index
    conversations: Path | None = None
    engine: Address | None = None  # CITED_QA_ENGINE, CITED_QA_ENGINE_TOKEN: None is FAISS
    tokens: Path | None = None  # CITED_QA_TOKENS: of programs, hashed; None is beside the index
    proxies: tuple[str, ...] = ()  # CITED_QA_PROXIES: networks whose X-Forwarded-… are believed
    root: str = ""  # CITED_QA_ROOT: the path below which a proxy shows the page
    # CITED_QA_URL: of the page, as people reach it, with "/" at its end; None is what they asked at
    url: str | None = None
    origins: tuple[str, ...] = ()  # CITED_QA_ORIGINS: sites that may show the widget and ask
    # CITED_QA_WORKERS: where a build reads and embeds; None is in this process, "" on all cores of
    # this machine by Ray, HOST:PORT on the Ray cluster there
    workers: str | None = None

    @classmethod
    def from_env(cls) -> Self:
        """Return the settings of the environment, with defaults for what it does not name.

        Raises:
            SettingsError: If a value cannot be used.
        """
        return cls(
            corpus=_path("CITED_QA_CORPUS"),
            index=_path("CITED_QA_INDEX") or platformdirs.user_data_path("cited-qa") / "index",
            cache=_path("CITED_QA_CACHE") or platformdirs.user_cache_path("cited-qa"),
            model=os.environ.get("CITED_QA_MODEL") or None,
            host=os.environ.get("CITED_QA_HOST") or "127.0.0.1",
            port=_port("CITED_QA_PORT", 7860),
            limits=_limits(),
            documents=_path("CITED_QA_DOCUMENTS") or OWN_DOCUMENTS,
            auth=_path("CITED_QA_AUTH"),
            uploads=_switch("CITED_QA_UPLOADS"),
            deletes=_switch("CITED_QA_DELETES"),
            per_minute=_number("CITED_QA_PER_MINUTE", 60),
            feedback=_path("CITED_QA_FEEDBACK"),
            conversations=_path("CITED_QA_CONVERSATIONS"),
            engine=_engine("CITED_QA_ENGINE"),
            tokens=_path("CITED_QA_TOKENS"),
            proxies=_networks("CITED_QA_PROXIES"),
            root=_root("CITED_QA_ROOT"),
            url=_url("CITED_QA_URL"),
            origins=_origins("CITED_QA_ORIGINS"),
            workers=_workers("CITED_QA_WORKERS"),
        )

    @property
    def token_file(self) -> Path:
        """Where the tokens of programs are kept."""
        return self.tokens or self.index.parent / "tokens.json"

    @property
    def private(self) -> bool:
        """Whether only this machine can reach the page; a proxy or a name shows it to others."""
        named = urlsplit(self.url or "").hostname
        shown = self.proxies or self.root or (named and named not in LOOPBACK)
        return self.host in LOOPBACK and not shown


def terminal_language() -> str:
    """Return the language that the terminal is set to, as a tag of the program's own."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")  # POSIX: the first that is set
    return preferred(filter(None, map(os.environ.get, variables)))


def believe_no_proxy_unnamed() -> None:
    """Have uvicorn believe nobody who says for whom he asks; by itself, it believes this machine.

    It reads the variable when a server is made; whom the page believes says `Settings.proxies`.
    """
    os.environ["FORWARDED_ALLOW_IPS"] = ""


def tell_ray(settings: Settings) -> None:
    """Tell Ray, which knows no other way, what it may do; to be called before it is imported.

    It reports nothing to its makers and prints nothing.  A cluster of this machine's own is closed
    to whoever does not know a word that is made for it; that of a running one is its owner's.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["RAY_DEDUP_LOGS_SKIP_REGEX"] = "(?s)."
    os.environ["RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO"] = "0"
    if not settings.workers and "RAY_AUTH_TOKEN" not in os.environ:
        os.environ["RAY_AUTH_MODE"] = "token"
        os.environ["RAY_AUTH_TOKEN"] = secrets.token_hex(32)


def sample_corpus() -> Path:
    """Return the folder of the documents that come with the program."""
    return Path(str(files("corpus").joinpath("sample")))


def _path(name: str) -> Path | None:
    value = os.environ.get(name)
    return Path(value).expanduser() if value else None


def _url(name: str) -> str | None:
    value = os.environ.get(name)
    if value and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
        raise SettingsError("setting_url", name=name, value=value)
    return f"{value.rstrip('/')}/" if value else None


def _switch(name: str) -> bool | None:
    value = os.environ.get(name, "").lower()
    if value not in ("", "on", "off"):
        raise SettingsError("setting_switch", name=name, value=value)
    return {"on": True, "off": False}.get(value)


def _origins(name: str) -> tuple[str, ...]:
    """Return origins (RFC 6454) as browsers send them, each once."""
    parts = [part.strip().lower() for part in os.environ.get(name, "").split(",")]
    for value in filter(None, parts):
        origin = ORIGIN.fullmatch(value)
        if not origin or not 0 < int(origin["port"] or 1) < 65536:
            raise SettingsError("setting_origin", name=name, value=value)
    return tuple(dict.fromkeys(OWN_PORT.sub(r"\1\2", part) for part in parts if part))


def _workers(name: str) -> str | None:
    value = os.environ.get(name, "")
    if not (match := WORKERS.fullmatch(value)):
        raise SettingsError("setting_workers", name=name, value=value)
    return (match["address"] or "") if value else None


def _limits() -> Limits:
    default = Limits()
    megabytes = _number("CITED_QA_FILE_MB", default.file_bytes // 1_000_000)
    return Limits(
        file_bytes=megabytes * 1_000_000,
        # A larger file may unpack to more, in the same proportion.
        unpacked_bytes=megabytes * 1_000_000 * (default.unpacked_bytes // default.file_bytes),
        characters=max(default.characters, megabytes * 1_000_000),
        seconds=_number("CITED_QA_FILE_SECONDS", int(default.seconds)),
        memory_bytes=_number("CITED_QA_FILE_MEMORY_MB", default.memory_bytes // 1_000_000)
        * 1_000_000,
        ocr_seconds=_number("CITED_QA_OCR_SECONDS", int(default.ocr_seconds)),
    )


def _networks(name: str) -> tuple[str, ...]:
    values = [value.strip() for value in os.environ.get(name, "").split(",")]
    return tuple(_network(name, value) for value in values if value)


def _network(name: str, value: str) -> str:
    try:
        return str(ip_network(value, strict=False))
    except ValueError:
        raise SettingsError("setting_network", name=name, value=value) from None


def _root(name: str) -> str:
    value = os.environ.get(name, "").strip("/")
    if not re.fullmatch(r"[\w.~-]+(/[\w.~-]+)*|", value, re.ASCII):
        raise SettingsError("setting_root", name=name, value=value)
    return value and f"/{value}"


def _number(name: str, default: int) -> int:
    value = os.environ.get(name) or str(default)
    if not value.isdigit() or not int(value):
        raise SettingsError("setting_number", name=name, value=value, example=str(default))
    return int(value)


def _engine(name: str) -> Address | None:
    """Return where Milvus is, or None where vectors and words lie in the index."""
    value = os.environ.get(name) or FAISS
    if value == FAISS:
        return None
    engine, _, uri = value.partition(":")
    parts = urlsplit(uri)
    on_server = parts.scheme in ("http", "https") and parts.hostname and _has_port(parts)
    if engine != "milvus" or not (on_server or (uri.endswith(".db") and not parts.netloc)):
        shown = value.replace(parts.netloc.rpartition("@")[0] or "\0", "…")  # holds a password
        raise SettingsError("setting_engine", name=name, value=shown)
    if not on_server:
        return Address(str(Path(uri).expanduser()))
    user, _, host = parts.netloc.rpartition("@")
    return Address(
        parts._replace(netloc=host).geturl(), os.environ.get(f"{name}_TOKEN") or unquote(user)
    )


def _has_port(parts: SplitResult) -> bool:
    """Tell whether the port of an address is a number, where it names one."""
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def _port(name: str, default: int) -> int:
    value = os.environ.get(name) or str(default)
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise SettingsError("setting_port", name=name, value=value)
    return int(value)
