import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('letters', '0001_initial'),
        ('people', '0005_decider_covers'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('message', 'message'), ('complaint', 'complaint')], max_length=24)),
                ('voice', models.CharField(max_length=24)),
                ('words', models.TextField()),
                ('language', models.CharField(choices=[('en', 'en'), ('cy', 'cy'), ('other', 'other')], max_length=24)),
                ('token', models.UUIDField()),
                ('acknowledge_by', models.DateField(null=True)),
                ('answer_by', models.DateField(null=True)),
                ('state', models.CharField(choices=[('open', 'open'), ('acknowledged', 'acknowledged'), ('answered', 'answered')], default='open', max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'person', '-id'], name='message_by_person'), models.Index(fields=['council', 'state', 'id'], name='message_by_state')],
                'constraints': [models.UniqueConstraint(fields=('council', 'token'), name='message_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['message', 'complaint'])), name='message_kind'), models.CheckConstraint(condition=models.Q(('state__in', ['open', 'acknowledged', 'answered'])), name='message_state'), models.CheckConstraint(condition=models.Q(('kind', 'message'), models.Q(('acknowledge_by__isnull', False), ('answer_by__isnull', False)), _connector='OR'), name='complaint_has_clock')],
            },
        ),
        migrations.CreateModel(
            name='MessageAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('words', models.TextField()),
                ('token', models.UUIDField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='letters.message')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'token'), name='answer_once')],
            },
        ),
        migrations.CreateModel(
            name='MessageMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('to', models.CharField(choices=[('open', 'open'), ('acknowledged', 'acknowledged'), ('answered', 'answered')], max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moves', to='letters.message')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('message', 'to'), name='message_move_once'), models.CheckConstraint(condition=models.Q(('to__in', ['open', 'acknowledged', 'answered'])), name='message_move_to')],
            },
        ),
    ]
