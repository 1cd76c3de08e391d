import django.db.models.deletion
import whatmatters.rules.sharing
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        ('access', '__first__'),
        ('people', '0005_decider_covers'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('topic', models.CharField(choices=[(whatmatters.rules.sharing.Topic['PROFILE'], whatmatters.rules.sharing.Topic['PROFILE']), (whatmatters.rules.sharing.Topic['CONVERSATIONS'], whatmatters.rules.sharing.Topic['CONVERSATIONS']), (whatmatters.rules.sharing.Topic['OUTCOMES'], whatmatters.rules.sharing.Topic['OUTCOMES']), (whatmatters.rules.sharing.Topic['PLAN'], whatmatters.rules.sharing.Topic['PLAN']), (whatmatters.rules.sharing.Topic['TIMELINE'], whatmatters.rules.sharing.Topic['TIMELINE']), (whatmatters.rules.sharing.Topic['JUDGEMENTS'], whatmatters.rules.sharing.Topic['JUDGEMENTS']), (whatmatters.rules.sharing.Topic['MONEY'], whatmatters.rules.sharing.Topic['MONEY'])], max_length=24)),
                ('how', models.CharField(choices=[(whatmatters.rules.sharing.ConsentHow['OWN_WORDS'], whatmatters.rules.sharing.ConsentHow['OWN_WORDS']), (whatmatters.rules.sharing.ConsentHow['SUPPORTED'], whatmatters.rules.sharing.ConsentHow['SUPPORTED']), (whatmatters.rules.sharing.ConsentHow['DECIDER'], whatmatters.rules.sharing.ConsentHow['DECIDER'])], max_length=24)),
                ('helped_by', models.CharField(blank=True, max_length=200)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('decider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.decider')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'person'], name='consent_by_person'), models.Index(fields=['council', 'user', 'topic'], name='consent_by_user'), models.Index(fields=['council', 'organisation', 'topic'], name='consent_by_body')],
                'constraints': [models.CheckConstraint(condition=models.Q(('topic__in', ['profile', 'conversations', 'outcomes', 'plan', 'timeline', 'judgements', 'money'])), name='consent_topic'), models.CheckConstraint(condition=models.Q(('how__in', ['own_words', 'supported', 'decider'])), name='consent_how'), models.CheckConstraint(condition=models.Q(('user__isnull', True), ('organisation__isnull', True), _connector='XOR'), name='consent_with_one'), models.CheckConstraint(condition=models.Q(models.Q(('how', whatmatters.rules.sharing.ConsentHow['SUPPORTED']), _negated=True), models.Q(('helped_by', ''), _negated=True), _connector='OR'), name='consent_helper_named'), models.CheckConstraint(condition=models.Q(models.Q(('how', whatmatters.rules.sharing.ConsentHow['DECIDER']), _negated=True), ('decider__isnull', False), _connector='OR'), name='consent_decider_named')],
            },
        ),
        migrations.CreateModel(
            name='ConsentEnd',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('consent', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='end', to='trust.consent')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BetweenUs',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('subject', models.CharField(choices=[(whatmatters.rules.sharing.KeptSubject['STATEMENT'], whatmatters.rules.sharing.KeptSubject['STATEMENT']), (whatmatters.rules.sharing.KeptSubject['NOTE'], whatmatters.rules.sharing.KeptSubject['NOTE'])], max_length=24)),
                ('subject_id', models.BigIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'person'], name='between_us_by_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('subject__in', ['statement', 'note'])), name='between_us_subject'), models.UniqueConstraint(fields=('council', 'subject', 'subject_id'), name='between_us_once')],
            },
        ),
    ]
