"""Our own engine: rules for sentences and words, a small linear model for tags."""

from collections.abc import Sequence
from unicodedata import is_normalized, normalize

from lagebild.analysis.body_names import with_body_names
from lagebild.analysis.names import with_names, with_surnames
from lagebild.analysis.sentences import split_sentences
from lagebild.analysis.tagger import tagger
from lagebild.analysis.tokens import tokenise
from lagebild.language.load import Language
from lagebild.model.analysis import Furniture, Quotation, Sentence, Token


class OwnEngine:
    """Splits by rules, tags by the lexicon and model in the language's resources."""

    def tagged(
        self, text: str, furniture: Sequence[Furniture], quotations: Sequence[Quotation], language: Language
    ) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """As the Engine protocol says."""
        tags = tagger(language).tag
        composed = is_normalized("NFC", text)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for span, paragraph, headline in split_sentences(text, furniture, quotations, language):
            spans = tokenise(text, span, language)
            words = [text[start:end] for start, end in spans]
            # Letters and accents apart ("u" and "¨") are looked up as one; the token keeps the text as it stands.
            known = words if composed else [normalize("NFC", word) for word in words]
            first = len(tokens)
            read = [
                Token(start, end, word, one.tag, one.lemma, one.agreement, one.verb)
                for (start, end), word, one in zip(spans, words, tags(known), strict=True)
            ]
            tokens += with_names(read, language)
            if len(tokens) > first:
                sentences.append(Sentence(first, len(tokens), paragraph, headline))
        named = with_body_names(with_surnames(tokens, language), sentences, language)
        return tuple(named), tuple(sentences)
