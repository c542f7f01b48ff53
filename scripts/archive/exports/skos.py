"""Owns the topics as a vocabulary that libraries read: SKOS, in Turtle.

Source: https://www.w3.org/TR/skos-reference/. All of it is editorial: topics are ours.
"""

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from archive.addresses import TOPICS, topic_address
from archive.archive import Archive
from archive.exports.addresses import page_url


def as_skos(archive: Archive) -> bytes:
    """A concept for each topic, at the address of its page, in one scheme; Turtle in its order."""
    graph = Graph(bind_namespaces="none")
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    language = archive.site.settings.language
    scheme = URIRef(page_url(archive, TOPICS))
    title = Literal(f"Topics: {archive.site.site_name}", language)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, DCTERMS.title, title))
    for name in archive.topics:
        _add(graph, archive, scheme, name)
    return graph.serialize(format="turtle", encoding="utf-8")


def _add(graph: Graph, archive: Archive, scheme: URIRef, name: str) -> None:
    topic, language = archive.topics[name], archive.site.settings.language
    concept = _concept(archive, name)
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, scheme))
    graph.add((concept, SKOS.prefLabel, Literal(topic.label, language)))
    graph.add((concept, SKOS.definition, Literal(topic.sentence, language)))
    for other in topic.other_names:
        graph.add((concept, SKOS.altLabel, Literal(other, language)))
    for broader in topic.broader:
        graph.add((concept, SKOS.broader, _concept(archive, broader)))
        graph.add((_concept(archive, broader), SKOS.narrower, concept))
    for related in topic.related:
        graph.add((concept, SKOS.related, _concept(archive, related)))
        graph.add((_concept(archive, related), SKOS.related, concept))
    if not topic.broader:
        graph.add((concept, SKOS.topConceptOf, scheme))
        graph.add((scheme, SKOS.hasTopConcept, concept))


def _concept(archive: Archive, topic: str) -> URIRef:
    return URIRef(page_url(archive, topic_address(topic)))
