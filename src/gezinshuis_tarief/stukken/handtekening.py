"""A detached signature: who made a file, which no computing again can prove. Ed25519 keys, as openssl knows them."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, NoReturn

from gezinshuis_tarief.kern.argumenten import eis_soort
from gezinshuis_tarief.kern.fouten import uit_extra, weigering

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def maak_sleutelpaar() -> tuple[str, str]:
    """Make a new pair of keys.

    Returns:
        the private key, which stays with who signs, and the public one, which the other party gets; both as PEM text.

    Raises:
        ExtraOntbreekt: without the extra `tekenen`.

    Example:
        >>> prive, publiek = maak_sleutelpaar()
        >>> publiek.splitlines()[0]
        '-----BEGIN PUBLIC KEY-----'
    """
    _eis_tekenen()
    from cryptography.hazmat.primitives import serialization as vorm  # noqa: PLC0415 (an extra)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    sleutel = Ed25519PrivateKey.generate()
    prive = sleutel.private_bytes(vorm.Encoding.PEM, vorm.PrivateFormat.PKCS8, vorm.NoEncryption())
    publiek = sleutel.public_key().public_bytes(vorm.Encoding.PEM, vorm.PublicFormat.SubjectPublicKeyInfo)
    return prive.decode(), publiek.decode()


def onderteken(inhoud: bytes, prive: str | bytes) -> str:
    """Sign the bytes of a file.

    Args:
        inhoud: the file, to the byte.
        prive: the private key, as PEM text.

    Returns:
        the signature, one line of text.

    Raises:
        InvoerFout: when it is no such key.
        ExtraOntbreekt: without the extra `tekenen`.

    Example:
        >>> prive, publiek = maak_sleutelpaar()
        >>> eis_handtekening(b"het bewijs", onderteken(b"het bewijs", prive), publiek)
    """
    eis_soort("inhoud", inhoud, bytes)
    return base64.b64encode(_prive(prive).sign(inhoud)).decode()


def eis_handtekening(inhoud: bytes, handtekening: str | bytes, publiek: str | bytes) -> None:
    """Refuse a file that who holds the private key did not sign as it is.

    Args:
        inhoud: the file, to the byte.
        handtekening: what `onderteken` gave.
        publiek: the public key of who should have signed, as PEM text.

    Raises:
        InvoerFout: when it is not signed with that key, or is no longer what was signed.
        ExtraOntbreekt: without the extra `tekenen`.
    """
    eis_soort("inhoud", inhoud, bytes)
    sleutel = _publiek(publiek)
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 (an extra)

    try:
        sleutel.verify(
            base64.b64decode(_als_bytes("handtekening", handtekening).strip(), validate=True), inhoud
        )
    except (InvalidSignature, binascii.Error):
        melding = "hoort niet bij dit bestand en deze sleutel"
        remedie = "Vraag het bestand en de handtekening opnieuw op, en ga na van wie de sleutel is."
        raise weigering("handtekening", melding, remedie=remedie) from None


def _eis_tekenen() -> None:
    with uit_extra():
        import cryptography  # noqa: F401, PLC0415 (an extra)


def _als_bytes(naam: str, tekst: str | bytes) -> bytes:
    eis_soort(naam, tekst, str, bytes)
    return tekst.encode() if isinstance(tekst, str) else tekst


def _prive(pem: str | bytes) -> Ed25519PrivateKey:
    tekst = _als_bytes("prive", pem)
    _eis_tekenen()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 (an extra)
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415

    try:
        sleutel = load_pem_private_key(tekst, password=None)
    except (ValueError, TypeError):
        _geen_sleutel("privésleutel")
    return sleutel if isinstance(sleutel, Ed25519PrivateKey) else _geen_sleutel("privésleutel")


def _publiek(pem: str | bytes) -> Ed25519PublicKey:
    tekst = _als_bytes("publiek", pem)
    _eis_tekenen()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 (an extra)
    from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415

    try:
        sleutel = load_pem_public_key(tekst)
    except ValueError:
        _geen_sleutel("publieke sleutel")
    return sleutel if isinstance(sleutel, Ed25519PublicKey) else _geen_sleutel("publieke sleutel")


def _geen_sleutel(soort: str) -> NoReturn:
    remedie = (
        "Maak een paar met: gezinshuis-tarief onderhandel sleutelpaar. Een sleutel met wachtwoord gaat niet."
    )
    raise weigering("sleutel", f"is geen {soort} van Ed25519", remedie=remedie)
