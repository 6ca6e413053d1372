"""Finding and masking personal data, and the key by which a customer is known again."""

from goldenthread.engine.personal.conversation import known_of, mask_conversation
from goldenthread.engine.personal.keys import customer_keys
from goldenthread.engine.personal.masker import Masker, mask
from goldenthread.engine.personal.types import Found, Kind

__all__ = ["Found", "Kind", "Masker", "customer_keys", "known_of", "mask", "mask_conversation"]
