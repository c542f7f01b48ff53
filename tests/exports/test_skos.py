"""Owns showing that libraries can read the topics: as SKOS, by another reading of it."""

from rdflib import RDF, SKOS, Graph, Literal, URIRef

from archive.archive import Archive
from archive.exports.addresses import TOPICS


def test_each_topic_is_a_concept_with_its_names_and_neighbours(
    corpus: Archive, files: dict[str, bytes]
) -> None:
    graph = Graph().parse(data=files[TOPICS], format="turtle")
    root = corpus.site.site_url
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(corpus.topics)
    for name, topic in corpus.topics.items():
        concept = URIRef(f"{root}topics/{name}/")
        assert list(graph.objects(concept, SKOS.prefLabel)) == [Literal(topic.label, "en-GB")]
        assert {str(o) for o in graph.objects(concept, SKOS.altLabel)} == set(topic.other_names)
        broader = {f"{root}topics/{other}/" for other in topic.broader}
        assert {str(o) for o in graph.objects(concept, SKOS.broader)} == broader


def test_the_integrity_conditions_of_skos_hold(files: dict[str, bytes]) -> None:
    graph = Graph().parse(data=files[TOPICS], format="turtle")
    for concept, other in graph.subject_objects(SKOS.related):
        assert (other, SKOS.related, concept) in graph
        assert other not in set(graph.transitive_objects(concept, SKOS.broader))  # S27
    for concept, label in graph.subject_objects(SKOS.prefLabel):
        assert (concept, SKOS.altLabel, label) not in graph  # S13
